;; One step of Adam for one tensor: its new values and new moments, from the old ones and the gradient. Four at a time.
(func (export "moveAdam")
  (param $value i32) (param $gradient i32) (param $first i32) (param $second i32)
  (param $toValue i32) (param $toFirst i32) (param $toSecond i32)
  (param $bytes i32)     ;; bytes of the values, a multiple of 16
  (param $decay1 f32)    ;; what stays of the first moment
  (param $fresh1 f32)    ;; what the gradient adds to it
  (param $decay2 f32)    ;; the same for the second moment and the squared gradient
  (param $fresh2 f32)
  (param $share1 f32)    ;; what the moments' decay has let them reach so far, 1 in the end
  (param $share2 f32)
  (param $epsilon f32)
  (param $rate f32)      ;; the learning rate, negative
  (local $at i32) (local $g v128) (local $m v128) (local $v v128)
  (loop $everyFour
    (local.set $g (v128.load (i32.add (local.get $gradient) (local.get $at))))
    (local.set $m
      (f32x4.add
        (f32x4.mul (v128.load (i32.add (local.get $first) (local.get $at))) (f32x4.splat (local.get $decay1)))
        (f32x4.mul (local.get $g) (f32x4.splat (local.get $fresh1)))))
    (v128.store (i32.add (local.get $toFirst) (local.get $at)) (local.get $m))
    (local.set $v
      (f32x4.add
        (f32x4.mul (v128.load (i32.add (local.get $second) (local.get $at))) (f32x4.splat (local.get $decay2)))
        (f32x4.mul (f32x4.mul (local.get $g) (local.get $g)) (f32x4.splat (local.get $fresh2)))))
    (v128.store (i32.add (local.get $toSecond) (local.get $at)) (local.get $v))
    (v128.store
      (i32.add (local.get $toValue) (local.get $at))
      (f32x4.add
        (f32x4.mul
          (f32x4.div
            (f32x4.div (local.get $m) (f32x4.splat (local.get $share1)))
            (f32x4.add
              (f32x4.sqrt (f32x4.div (local.get $v) (f32x4.splat (local.get $share2))))
              (f32x4.splat (local.get $epsilon))))
          (f32x4.splat (local.get $rate)))
        (v128.load (i32.add (local.get $value) (local.get $at)))))
    (local.set $at (i32.add (local.get $at) (i32.const 16)))
    (br_if $everyFour (i32.lt_u (local.get $at) (local.get $bytes)))))
