;; Two matrices of one size, each with a factor for every column, added up with a number for every column:
;; to = a x factorA + b x factorB + shift. Four columns at a time.
(func (export "blendRows")
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
