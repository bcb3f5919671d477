;; The gradient of max pooling, for windows that lie in a row: each value of dy is added where its window's largest
;; value came from, the first of several. Four channels at a time; NaN is never the largest.
(func $giveWindows
  (param $input i32)     ;; where the pooled values begin
  (param $gradient i32)  ;; where the gradient to them begins; has their shape
  (param $dy i32)        ;; the first window's values of dy
  (param $dyStep i32)    ;; bytes from one window's values of dy to the next's
  (param $offsets i32)   ;; for each place of the first window: bytes from the beginning of $input
  (param $places i32)    ;; places of a window
  (param $windows i32)   ;; windows in the row
  (param $step i32)      ;; bytes from one window to the next
  (param $bytes i32)     ;; bytes of the channels of one place, a multiple of 16
  (local $channel i32) (local $place i32) (local $at i32)
  (local $value v128) (local $largest v128) (local $larger v128) (local $winner v128) (local $given v128)
  (loop $everyWindow
    (local.set $channel (i32.const 0))
    (loop $everyFour
      (local.set $largest (f32x4.splat (f32.const -inf)))
      (local.set $winner (i32x4.splat (i32.const -1)))
      (local.set $place (i32.const 0))
      (loop $look
        (local.set $at
          (i32.add (local.get $channel) (i32.load (i32.add (local.get $offsets) (i32.shl (local.get $place) (i32.const 2))))))
        (local.set $value (v128.load (i32.add (local.get $input) (local.get $at))))
        (local.set $larger (f32x4.gt (local.get $value) (local.get $largest)))
        (local.set $largest (v128.bitselect (local.get $value) (local.get $largest) (local.get $larger)))
        (local.set $winner (v128.bitselect (i32x4.splat (local.get $place)) (local.get $winner) (local.get $larger)))
        (local.set $place (i32.add (local.get $place) (i32.const 1)))
        (br_if $look (i32.lt_u (local.get $place) (local.get $places))))
      (local.set $given (v128.load (i32.add (local.get $dy) (local.get $channel))))
      (local.set $place (i32.const 0))
      (loop $give
        (local.set $at
          (i32.add
            (local.get $gradient)
            (i32.add (local.get $channel) (i32.load (i32.add (local.get $offsets) (i32.shl (local.get $place) (i32.const 2)))))))
        (v128.store
          (local.get $at)
          (f32x4.add
            (v128.load (local.get $at))
            (v128.and (local.get $given) (i32x4.eq (local.get $winner) (i32x4.splat (local.get $place))))))
        (local.set $place (i32.add (local.get $place) (i32.const 1)))
        (br_if $give (i32.lt_u (local.get $place) (local.get $places))))
      (local.set $channel (i32.add (local.get $channel) (i32.const 16)))
      (br_if $everyFour (i32.lt_u (local.get $channel) (local.get $bytes))))
    (local.set $input (i32.add (local.get $input) (local.get $step)))
    (local.set $gradient (i32.add (local.get $gradient) (local.get $step)))
    (local.set $dy (i32.add (local.get $dy) (local.get $dyStep)))
    (local.set $windows (i32.sub (local.get $windows) (i32.const 1)))
    (br_if $everyWindow (local.get $windows))))
;; The same for all windows of one image, whose gradient is cleared first. Rows of windows are listed one after the other, the
;; same for each image: places of a window, windows, bytes from one to the next, the first one's number, and the offsets.
(func $giveImage
  (param $unit i32)        ;; which image
  (param $list i32)
  (param $listed i32)      ;; how many rows of windows, at least one
  (param $input i32)
  (param $gradient i32)
  (param $image i32)       ;; bytes of an image of both
  (param $dy i32)
  (param $dyImage i32)     ;; bytes of an image of dy
  (param $step i32)        ;; bytes of the channels of one place
  (param $bytes i32)       ;; bytes of those channels that are done here, a multiple of 16
  (local $places i32) (local $first i32)
  (local.set $input (i32.add (local.get $input) (i32.mul (local.get $unit) (local.get $image))))
  (local.set $gradient (i32.add (local.get $gradient) (i32.mul (local.get $unit) (local.get $image))))
  (local.set $dy (i32.add (local.get $dy) (i32.mul (local.get $unit) (local.get $dyImage))))
  (memory.fill (local.get $gradient) (i32.const 0) (local.get $image))
  (loop $everyRow
    (local.set $places (i32.load (local.get $list)))
    (local.set $first (i32.add (local.get $dy) (i32.mul (i32.load offset=12 (local.get $list)) (local.get $step))))
    (if (i32.eq (local.get $places) (i32.const 4))
      (then
        (call $giveFour
          (local.get $input) (local.get $gradient) (local.get $first) (local.get $step) (i32.add (local.get $list) (i32.const 16))
          (i32.load offset=4 (local.get $list)) (i32.load offset=8 (local.get $list)) (local.get $bytes)))
      (else
        (call $giveWindows
          (local.get $input) (local.get $gradient) (local.get $first) (local.get $step) (i32.add (local.get $list) (i32.const 16))
          (local.get $places)
          (i32.load offset=4 (local.get $list)) (i32.load offset=8 (local.get $list)) (local.get $bytes))))
    (local.set $list (i32.add (local.get $list) (i32.add (i32.const 16) (i32.shl (local.get $places) (i32.const 2)))))
    (br_if $everyRow (local.tee $listed (i32.sub (local.get $listed) (i32.const 1))))))
