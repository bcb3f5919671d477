;; Two matrices of one size, each with a factor for every column, added up with a number for every column:
;; to = a x factorA + b x factorB + shift. Four columns at a time.
(func $blendRows
  (param $a i32) (param $factorA i32)
  (param $b i32) (param $factorB i32)
  (param $shift i32)
  (param $to i32)
  (param $rows i32)   ;; how many, at least one
  (param $bytes i32)  ;; bytes of a row, a multiple of 16
  (local $column i32)
  (loop $everyRow
    (local.set $column (i32.const 0))
    (loop $everyFour
      (v128.store
        (i32.add (local.get $to) (local.get $column))
        (f32x4.add
          (f32x4.add
            (f32x4.mul
              (v128.load (i32.add (local.get $a) (local.get $column)))
              (v128.load (i32.add (local.get $factorA) (local.get $column))))
            (f32x4.mul
              (v128.load (i32.add (local.get $b) (local.get $column)))
              (v128.load (i32.add (local.get $factorB) (local.get $column)))))
          (v128.load (i32.add (local.get $shift) (local.get $column)))))
      (local.set $column (i32.add (local.get $column) (i32.const 16)))
      (br_if $everyFour (i32.lt_u (local.get $column) (local.get $bytes))))
    (local.set $a (i32.add (local.get $a) (local.get $bytes)))
    (local.set $b (i32.add (local.get $b) (local.get $bytes)))
    (local.set $to (i32.add (local.get $to) (local.get $bytes)))
    (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
    (br_if $everyRow (local.get $rows))))
;; The same for some rows of the matrices.
(func $blendPart
  (param $unit i32)   ;; which rows
  (param $some i32)   ;; how many they are
  (param $all i32)    ;; rows of the matrix
  (param $a i32) (param $factorA i32)
  (param $b i32) (param $factorB i32)
  (param $shift i32)
  (param $to i32)
  (param $bytes i32)
  (local $first i32) (local $left i32)
  (local.set $first (i32.mul (local.get $unit) (local.get $some)))
  (local.set $left (i32.sub (local.get $all) (local.get $first)))
  (local.set $some (select (local.get $some) (local.get $left) (i32.lt_u (local.get $some) (local.get $left))))
  (local.set $first (i32.mul (local.get $first) (local.get $bytes)))
  (call $blendRows
    (i32.add (local.get $a) (local.get $first))
    (local.get $factorA)
    (i32.add (local.get $b) (local.get $first))
    (local.get $factorB)
    (local.get $shift)
    (i32.add (local.get $to) (local.get $first))
    (local.get $some)
    (local.get $bytes)))
