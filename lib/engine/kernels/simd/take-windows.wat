;; Max pooling, for windows that lie in a row: the largest value under each window. Four channels at a time.
(func $takeWindows
  (param $input i32)    ;; where the pooled values begin
  (param $to i32)       ;; the first window's place in the output
  (param $toStep i32)   ;; bytes from one window's values in the output to the next's
  (param $offsets i32)  ;; for each place of the first window: bytes from the beginning of $input
  (param $places i32)   ;; places of a window
  (param $windows i32)  ;; windows in the row
  (param $step i32)     ;; bytes from one window to the next
  (param $bytes i32)    ;; bytes of the channels of one place, a multiple of 16
  (local $channel i32) (local $place i32) (local $largest v128)
  (loop $everyWindow
    (local.set $channel (i32.const 0))
    (loop $everyFour
      (local.set $largest (f32x4.splat (f32.const -inf)))
      (local.set $place (i32.const 0))
      (loop $look
        (local.set $largest
          (f32x4.pmax
            (v128.load
              (i32.add
                (local.get $input)
                (i32.add (local.get $channel) (i32.load (i32.add (local.get $offsets) (i32.shl (local.get $place) (i32.const 2)))))))
            (local.get $largest)))
        (local.set $place (i32.add (local.get $place) (i32.const 1)))
        (br_if $look (i32.lt_u (local.get $place) (local.get $places))))
      (v128.store (i32.add (local.get $to) (local.get $channel)) (local.get $largest))
      (local.set $channel (i32.add (local.get $channel) (i32.const 16)))
      (br_if $everyFour (i32.lt_u (local.get $channel) (local.get $bytes))))
    (local.set $input (i32.add (local.get $input) (local.get $step)))
    (local.set $to (i32.add (local.get $to) (local.get $toStep)))
    (br_if $everyWindow (local.tee $windows (i32.sub (local.get $windows) (i32.const 1))))))
;; The same for all windows of one image. Rows of windows are listed as for $giveImage.
(func $takeImage
  (param $unit i32)     ;; which image
  (param $list i32)
  (param $listed i32)   ;; how many rows of windows, at least one
  (param $input i32)
  (param $image i32)    ;; bytes of an image of it
  (param $to i32)
  (param $toImage i32)  ;; bytes of an image of the output
  (param $step i32)     ;; bytes of the channels of one place, a multiple of 16
  (local $places i32) (local $into i32)
  (local.set $input (i32.add (local.get $input) (i32.mul (local.get $unit) (local.get $image))))
  (local.set $to (i32.add (local.get $to) (i32.mul (local.get $unit) (local.get $toImage))))
  (loop $everyRow
    (local.set $places (i32.load (local.get $list)))
    (local.set $into (i32.add (local.get $to) (i32.mul (i32.load offset=12 (local.get $list)) (local.get $step))))
    (if (i32.eq (local.get $places) (i32.const 4))
      (then
        (call $takeFour
          (local.get $input) (local.get $into) (local.get $step) (i32.add (local.get $list) (i32.const 16))
          (i32.load offset=4 (local.get $list)) (i32.load offset=8 (local.get $list)) (local.get $step)))
      (else
        (call $takeWindows
          (local.get $input) (local.get $into) (local.get $step) (i32.add (local.get $list) (i32.const 16)) (local.get $places)
          (i32.load offset=4 (local.get $list)) (i32.load offset=8 (local.get $list)) (local.get $step))))
    (local.set $list (i32.add (local.get $list) (i32.add (i32.const 16) (i32.shl (local.get $places) (i32.const 2)))))
    (br_if $everyRow (local.tee $listed (i32.sub (local.get $listed) (i32.const 1))))))
