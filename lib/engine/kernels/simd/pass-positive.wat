;; The gradient of ReLU, for a part of a tensor: dy where the value is positive, 0 where it is 0 or negative. Four at a time.
(func $passPositive
  (param $unit i32)   ;; which part
  (param $part i32)   ;; bytes of a part, a multiple of 16; the last one may be shorter
  (param $bytes i32)  ;; bytes of all values, a multiple of 16
  (param $value i32)
  (param $dy i32)
  (param $to i32)
  (local $at i32)
  (local.set $at (i32.mul (local.get $unit) (local.get $part)))
  (local.set $part (i32.add (local.get $at) (local.get $part)))
  (local.set $bytes (select (local.get $part) (local.get $bytes) (i32.lt_u (local.get $part) (local.get $bytes))))
  (loop $everyFour
    (v128.store
      (i32.add (local.get $to) (local.get $at))
      (v128.andnot
        (v128.load (i32.add (local.get $dy) (local.get $at)))
        (f32x4.le (v128.load (i32.add (local.get $value) (local.get $at))) (v128.const i32x4 0 0 0 0))))
    (local.set $at (i32.add (local.get $at) (i32.const 16)))
    (br_if $everyFour (i32.lt_u (local.get $at) (local.get $bytes)))))
