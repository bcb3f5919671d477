import type { WriteCode, ZeroPaddingLayer } from '../types';

export const code: WriteCode<ZeroPaddingLayer> = ({ top, bottom, left, right }) => ({
  keras: `layers.ZeroPadding2D(((${top}, ${bottom}), (${left}, ${right})))`,
  tensorflowjs: `tf.layers.zeroPadding2d({ padding: [[${top}, ${bottom}], [${left}, ${right}]] })`,
  pytorch: `nn.ZeroPad2d((${left}, ${right}, ${top}, ${bottom}))`,
});
