;; The products of two matrices of one size, value by value, each less its column's mean, added up by columns to a row of
;; sums: sums += (a - meanA) x (b - meanB). Four columns at a time.
(func $sumProducts
  (param $a i32) (param $meanA i32)
  (param $b i32) (param $meanB i32)
  (param $rows i32)   ;; how many, at least one
  (param $bytes i32)  ;; bytes of a row, a multiple of 16
  (param $to i32)     ;; where the sums lie that are added to
  (local $column i32) (local $sum i32)
  (loop $everyRow
    (local.set $column (i32.const 0))
    (loop $everyFour
      (local.set $sum (i32.add (local.get $to) (local.get $column)))
      (v128.store
        (local.get $sum)
        (f32x4.add
          (v128.load (local.get $sum))
          (f32x4.mul
            (f32x4.sub
              (v128.load (i32.add (local.get $a) (local.get $column)))
              (v128.load (i32.add (local.get $meanA) (local.get $column))))
            (f32x4.sub
              (v128.load (i32.add (local.get $b) (local.get $column)))
              (v128.load (i32.add (local.get $meanB) (local.get $column)))))))
      (local.set $column (i32.add (local.get $column) (i32.const 16)))
      (br_if $everyFour (i32.lt_u (local.get $column) (local.get $bytes))))
    (local.set $a (i32.add (local.get $a) (local.get $bytes)))
    (local.set $b (i32.add (local.get $b) (local.get $bytes)))
    (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
    (br_if $everyRow (local.get $rows))))
;; The same for some rows of the matrices, with sums of their own.
(func $sumProductsPart
  (param $unit i32)   ;; which rows
  (param $some i32)   ;; how many they are
  (param $all i32)    ;; rows of the matrix
  (param $a i32) (param $meanA i32)
  (param $b i32) (param $meanB i32)
  (param $bytes i32)
  (param $to i32)     ;; for each unit: a row of sums
  (local $first i32) (local $left i32)
  (local.set $first (i32.mul (local.get $unit) (local.get $some)))
  (local.set $left (i32.sub (local.get $all) (local.get $first)))
  (local.set $some (select (local.get $some) (local.get $left) (i32.lt_u (local.get $some) (local.get $left))))
  (local.set $to (i32.add (local.get $to) (i32.mul (local.get $unit) (local.get $bytes))))
  (memory.fill (local.get $to) (i32.const 0) (local.get $bytes))
  (local.set $first (i32.mul (local.get $first) (local.get $bytes)))
  (call $sumProducts
    (i32.add (local.get $a) (local.get $first))
    (local.get $meanA)
    (i32.add (local.get $b) (local.get $first))
    (local.get $meanB)
    (local.get $some)
    (local.get $bytes)
    (local.get $to)))
