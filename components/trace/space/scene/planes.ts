/** The boards on the graphics card: one textured rectangle each. The only file that knows three.js. */
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DataTexture,
  DoubleSide,
  LinearMipmapLinearFilter,
  LinearSRGBColorSpace,
  LineBasicMaterial,
  LineLoop,
  Mesh,
  MeshBasicMaterial,
  NearestFilter,
  PerspectiveCamera,
  Scene,
  WebGLRenderer,
} from 'three';
import { axesOf, FIELD, type Pose, type Screen } from '@/lib/provenance/space/camera';
import { type Board, cornersOf, type SpaceLayout, wholeOf } from '@/lib/provenance/space/layout';

interface Plane {
  readonly pixels: Uint32Array;
  readonly texture: DataTexture;
  readonly mesh: Mesh;
  readonly frame: LineLoop;
}

/** Draws boards with their values. Everything on the graphics card belongs to it until `end`. */
export class Planes {
  private readonly renderer: WebGLRenderer;
  private readonly camera = new PerspectiveCamera((FIELD * 180) / Math.PI);
  private readonly scene = new Scene();
  private readonly line = new LineBasicMaterial();
  private readonly reach: number;
  private readonly planes: readonly Plane[];
  private shape = '';

  /** @throws Error where there is no WebGL. */
  constructor(canvas: HTMLCanvasElement, { boards, half }: SpaceLayout) {
    // Asked for here, because the library would write its failure to the console.
    const context = canvas.getContext('webgl2', { alpha: true, antialias: false });
    if (!context) throw new Error('there is no WebGL');
    this.renderer = new WebGLRenderer({ canvas, context, alpha: true, antialias: false });
    // The colours are those of the tables, byte for byte.
    this.renderer.outputColorSpace = LinearSRGBColorSpace;
    this.reach = 4 * Math.hypot(...half);
    this.planes = boards.map((board) => planeOf(board, this.line));
    for (const { mesh, frame } of this.planes) this.scene.add(mesh, frame);
  }

  /** The pixels of a board, to be painted by `paint`; they are sent to the card with the next frame. */
  repaint(at: number, paint: (pixels: Uint32Array) => void): void {
    const { pixels, texture } = this.planes[at];
    paint(pixels);
    texture.needsUpdate = true;
  }

  /** The colour of the boards' edges, as red, green and blue of 255. */
  outline([red, green, blue]: readonly number[]): void {
    this.line.color = new Color(red / 255, green / 255, blue / 255);
  }

  /** Draws one frame, with `ratio` pixels for each of the screen's. */
  draw(pose: Pose, { width, height }: Screen, ratio: number): void {
    const shape = `${width} ${height} ${ratio}`;
    if (shape !== this.shape) {
      this.shape = shape;
      this.renderer.setPixelRatio(ratio);
      this.renderer.setSize(width, height, false);
    }
    const { eye, up } = axesOf(pose);
    const { camera } = this;
    camera.aspect = width / height;
    camera.near = pose.distance / 50;
    camera.far = pose.distance + this.reach + Math.hypot(...pose.target);
    camera.position.set(...eye);
    camera.up.set(...up);
    camera.lookAt(...pose.target);
    camera.updateProjectionMatrix();
    this.renderer.render(this.scene, camera);
  }

  end(): void {
    for (const { texture, mesh, frame } of this.planes) {
      texture.dispose();
      mesh.geometry.dispose();
      frame.geometry.dispose();
      if (mesh.material instanceof MeshBasicMaterial) mesh.material.dispose();
    }
    this.line.dispose();
    this.renderer.dispose();
    // One of the few that a browser has: a canvas that has left the page would keep it until it is collected.
    if (!this.renderer.domElement.isConnected) this.renderer.forceContextLoss();
  }
}

function planeOf(board: Board, line: LineBasicMaterial): Plane {
  const { width, height } = board.size;
  const pixels = new Uint32Array(width * height);
  const texture = new DataTexture(new Uint8Array(pixels.buffer), width, height);
  texture.magFilter = NearestFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  const corners = new BufferAttribute(Float32Array.from(cornersOf(board, wholeOf(board)).flat()), 3);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', corners);
  geometry.setAttribute('uv', new BufferAttribute(Float32Array.of(0, 0, 1, 0, 1, 1, 0, 1), 2));
  geometry.setIndex([0, 3, 2, 0, 2, 1]);
  const mesh = new Mesh(
    geometry,
    new MeshBasicMaterial({ map: texture, side: DoubleSide, toneMapped: false }),
  );
  const edge = new BufferGeometry();
  edge.setAttribute('position', corners);
  return { pixels, texture, mesh, frame: new LineLoop(edge, line) };
}
