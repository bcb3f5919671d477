/** As much of ConvNetJS as the benchmark uses. */
declare module 'convnetjs' {
  /** Values as width x height x depth, depth last in memory. */
  export class Vol {
    constructor(width: number, height: number, depth: number, fill: number);
    w: Float64Array;
  }
  export class Net {
    makeLayers(layers: readonly object[]): void;
    forward(values: Vol, training: boolean): Vol;
  }
  export class Trainer {
    constructor(net: Net, options: object);
    train(values: Vol, label: number): { readonly loss: number };
  }
}
