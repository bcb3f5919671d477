import type { EpochHandle, RunName } from '@/lib/network/handle';
import type { Pipeline } from '@/lib/network/pipeline';
import type { NetworkState } from '@/lib/network/run';
import type { ShippedFiles } from '@/lib/network/subject';
import type { WeightSet } from '@/lib/network/weights';
import { ok, type Result } from '@/lib/result';
import { Model } from '../worker/model';
import { NOT_OPEN, type OpenedRun, type RecordedEpochs } from './opened-run';
import { OwnRun, type PastNetwork } from './own-run';
import { ShippedRun } from './shipped-run';

export interface ModelOfPast {
  readonly model: Model;
  readonly state: NetworkState;
}

/** A network beside the current one, with the weights of an earlier epoch. */
export class Past {
  readonly own: OwnRun;
  /** By name. They are lost with the worker. */
  readonly opened = new Map<RunName, OpenedRun>();
  private readonly shipped: ShippedRun;
  /** One model for all epochs, and one for all previews; each gets the weights of the requested epoch. */
  private readonly models = new Map<'past' | 'preview', Model>();
  /** The last recalled epoch, cached because the learner usually requests several things of one epoch. */
  private last: (EpochHandle & { readonly of: Pipeline; readonly found: PastNetwork }) | null = null;
  /** The current weights of the epochs' model. */
  private shown: WeightSet | null = null;

  /** `files`: where what ships of the subject's network lies; null where nothing does. */
  constructor(base: string, keeps: boolean, files: () => ShippedFiles | null) {
    this.own = new OwnRun(keeps);
    this.shipped = new ShippedRun(base, files);
  }

  /** The epochs of a run. */
  run(name: RunName): RecordedEpochs {
    if (name === 'own') return this.own;
    return name === 'shipped' ? this.shipped : (this.opened.get(name) ?? NOT_OPEN);
  }

  /** The weights of an epoch, and how far they are trained. */
  async recall({ run, epoch }: EpochHandle, pipeline: Pipeline): Promise<Result<PastNetwork>> {
    const { last } = this;
    if (last?.of === pipeline && last.run === run && last.epoch === epoch) return ok(last.found);
    const recalled = await this.run(run).at(epoch, pipeline);
    if (recalled.ok) this.last = { run, epoch, of: pipeline, found: recalled.value };
    return recalled;
  }

  /**
   * The exact weights of an epoch, without the large layers: they are available before the large ones are
   * fetched.
   */
  small({ run, epoch }: EpochHandle): Promise<Result<PastNetwork>> {
    return this.run(run).small(epoch);
  }

  /** A recalled network on the current backend. */
  show(pipeline: Pipeline, { weights, network }: PastNetwork): Result<ModelOfPast> {
    const model = this.modelOf('past', pipeline);
    const taken = this.shown === weights ? ok(weights) : model.load(weights);
    if (taken.ok) this.shown = weights;
    return taken.ok ? ok({ model, state: network }) : taken;
  }

  /** The same with only its small weights. */
  preview(pipeline: Pipeline, { weights, network }: PastNetwork): Result<ModelOfPast> {
    const model = this.modelOf('preview', pipeline);
    const taken = model.load(weights);
    return taken.ok ? ok({ model, state: network }) : taken;
  }

  private modelOf(name: 'past' | 'preview', pipeline: Pipeline): Model {
    const known = this.models.get(name);
    if (known?.pipeline === pipeline) return known;
    this.leaveBackend();
    const model = new Model(pipeline, `${name}/`);
    this.models.set(name, model);
    return model;
  }

  /** Frees the models, because the backend or the network has changed. They are set up again on request. */
  leaveBackend(): void {
    for (const model of this.models.values()) model.dispose();
    this.models.clear();
    this.shown = null;
  }
}
