;; Adds a number to each channel of a part of a tensor, and raises what is below a least number to it. Four at a time.
(func $addBias
  (param $unit i32)   ;; which part
  (param $part i32)   ;; bytes of a part, a multiple of $row; the last one may be shorter
  (param $bytes i32)  ;; bytes of all values, a multiple of $row
  (param $from i32)
  (param $bias i32)   ;; $row bytes
  (param $row i32)    ;; bytes of the channels of one place, a multiple of 16
  (param $to i32)
  (param $relu i32)   ;; 1: the least number is 0; 0: there is none
  (local $at i32) (local $channel i32) (local $least v128)
  (local.set $at (i32.mul (local.get $unit) (local.get $part)))
  (local.set $part (i32.add (local.get $at) (local.get $part)))
  (local.set $bytes (select (local.get $part) (local.get $bytes) (i32.lt_u (local.get $part) (local.get $bytes))))
  (local.set $least (f32x4.splat (select (f32.const 0) (f32.const -inf) (local.get $relu))))
  (loop $everyPlace
    (local.set $channel (i32.const 0))
    (loop $everyFour
      (v128.store
        (i32.add (local.get $to) (local.get $at))
        (f32x4.max
          (f32x4.add
            (v128.load (i32.add (local.get $from) (local.get $at)))
            (v128.load (i32.add (local.get $bias) (local.get $channel))))
          (local.get $least)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (local.set $channel (i32.add (local.get $channel) (i32.const 16)))
      (br_if $everyFour (i32.lt_u (local.get $channel) (local.get $row))))
    (br_if $everyPlace (i32.lt_u (local.get $at) (local.get $bytes)))))
