;; Adds the rows of a matrix, one after the other, to a row of sums. Four columns at a time.
(func (export "sumRows")
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
