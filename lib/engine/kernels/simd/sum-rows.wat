;; Adds the rows of a matrix, one after the other, to a row of sums. Four columns at a time.
(func $sumRows (export "sumRows")
  (param $from i32)   ;; where the first row begins
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
        (f32x4.add (v128.load (local.get $sum)) (v128.load (i32.add (local.get $from) (local.get $column)))))
      (local.set $column (i32.add (local.get $column) (i32.const 16)))
      (br_if $everyFour (i32.lt_u (local.get $column) (local.get $bytes))))
    (local.set $from (i32.add (local.get $from) (local.get $bytes)))
    (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
    (br_if $everyRow (local.get $rows))))
;; The same for some rows of the matrix, with sums of their own.
(func $sumPart
  (param $unit i32)   ;; which rows
  (param $some i32)   ;; how many they are
  (param $all i32)    ;; rows of the matrix
  (param $from i32) (param $bytes i32)
  (param $to i32)     ;; for each unit: a row of sums
  (local $first i32) (local $left i32)
  (local.set $first (i32.mul (local.get $unit) (local.get $some)))
  (local.set $left (i32.sub (local.get $all) (local.get $first)))
  (local.set $some (select (local.get $some) (local.get $left) (i32.lt_u (local.get $some) (local.get $left))))
  (local.set $to (i32.add (local.get $to) (i32.mul (local.get $unit) (local.get $bytes))))
  (memory.fill (local.get $to) (i32.const 0) (local.get $bytes))
  (call $sumRows
    (i32.add (local.get $from) (i32.mul (local.get $first) (local.get $bytes)))
    (local.get $some)
    (local.get $bytes)
    (local.get $to)))
