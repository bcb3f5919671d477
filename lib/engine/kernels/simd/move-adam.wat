;; One step of Adam for a part of one tensor: its new values and new moments, from the old ones and the gradient. Four at a
;; time. Numbers that aren't whole come as their bits, which all threads can be given.
(func $moveAdam
  (param $unit i32)      ;; which part
  (param $part i32)      ;; bytes of a part, a multiple of 16; the last one may be shorter
  (param $value i32) (param $gradient i32) (param $first i32) (param $second i32)
  (param $toValue i32) (param $toFirst i32) (param $toSecond i32)
  (param $bytes i32)     ;; bytes of the values, a multiple of 16
  (param $decay1 i32)    ;; what stays of the first moment
  (param $fresh1 i32)    ;; what the gradient adds to it
  (param $decay2 i32)    ;; the same for the second moment and the squared gradient
  (param $fresh2 i32)
  (param $share1 i32)    ;; what the moments' decay has let them reach so far, 1 in the end
  (param $share2 i32)
  (param $epsilon i32)
  (param $rate i32)      ;; the learning rate, negative
  (local $at i32) (local $g v128) (local $m v128) (local $v v128)
  (local.set $at (i32.mul (local.get $unit) (local.get $part)))
  (local.set $part (i32.add (local.get $at) (local.get $part)))
  (local.set $bytes (select (local.get $part) (local.get $bytes) (i32.lt_u (local.get $part) (local.get $bytes))))
  (loop $everyFour
    (local.set $g (v128.load (i32.add (local.get $gradient) (local.get $at))))
    (local.set $m
      (f32x4.add
        (f32x4.mul (v128.load (i32.add (local.get $first) (local.get $at))) (f32x4.splat (f32.reinterpret_i32 (local.get $decay1))))
        (f32x4.mul (local.get $g) (f32x4.splat (f32.reinterpret_i32 (local.get $fresh1))))))
    (v128.store (i32.add (local.get $toFirst) (local.get $at)) (local.get $m))
    (local.set $v
      (f32x4.add
        (f32x4.mul (v128.load (i32.add (local.get $second) (local.get $at))) (f32x4.splat (f32.reinterpret_i32 (local.get $decay2))))
        (f32x4.mul (f32x4.mul (local.get $g) (local.get $g)) (f32x4.splat (f32.reinterpret_i32 (local.get $fresh2))))))
    (v128.store (i32.add (local.get $toSecond) (local.get $at)) (local.get $v))
    (v128.store
      (i32.add (local.get $toValue) (local.get $at))
      (f32x4.add
        (f32x4.mul
          (f32x4.div
            (f32x4.div (local.get $m) (f32x4.splat (f32.reinterpret_i32 (local.get $share1))))
            (f32x4.add
              (f32x4.sqrt (f32x4.div (local.get $v) (f32x4.splat (f32.reinterpret_i32 (local.get $share2)))))
              (f32x4.splat (f32.reinterpret_i32 (local.get $epsilon)))))
          (f32x4.splat (f32.reinterpret_i32 (local.get $rate))))
        (v128.load (i32.add (local.get $value) (local.get $at)))))
    (local.set $at (i32.add (local.get $at) (i32.const 16)))
    (br_if $everyFour (i32.lt_u (local.get $at) (local.get $bytes)))))
