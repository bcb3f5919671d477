import type { Pipeline } from '@/lib/network/pipeline';
import type { Moment, NetworkState, RunName } from '@/lib/network/run';
import { ok, type Result } from '@/lib/result';
import { Model } from '../worker/model';
import { NOT_OPEN, type OpenedRun, type RecordedEpochs } from './opened-run';
import { OwnRun, type PastNetwork } from './own-run';
import { ShippedRun } from './shipped-run';

export interface ModelOfPast {
  readonly model: Model;
  readonly state: NetworkState;
}

/** Beside the present network: one that has the weights of an earlier epoch. */
export class Past {
  readonly own: OwnRun;
  /** By their names. They are gone with the worker. */
  readonly opened = new Map<RunName, OpenedRun>();
  private readonly shipped: ShippedRun;
  private model: Model | null = null;
  private glance: Model | null = null;
  private shown: (Moment & { readonly network: NetworkState }) | null = null;

  constructor(base: string, keeps: boolean) {
    this.own = new OwnRun(keeps);
    this.shipped = new ShippedRun(base);
  }

  /** The epochs of a run. */
  run(name: RunName): RecordedEpochs {
    if (name === 'own') return this.own;
    return name === 'shipped' ? this.shipped : (this.opened.get(name) ?? NOT_OPEN);
  }

  /** The network as it was at the end of an epoch. It is the same model for every epoch, given other weights. */
  async at({ run, epoch }: Moment, pipeline: Pipeline): Promise<Result<ModelOfPast>> {
    const { model, shown } = this;
    if (model?.pipeline === pipeline && shown?.run === run && shown.epoch === epoch)
      return ok({ model, state: shown.network });
    const found = await this.recall({ run, epoch }, pipeline);
    if (!found.ok) return found;
    const { weights, network } = found.value;
    if (this.model?.pipeline !== pipeline) this.forget();
    this.model ??= new Model(pipeline, 'past/');
    const taken = this.model.load(weights);
    if (!taken.ok) return taken;
    this.shown = { run, epoch, network };
    return ok({ model: this.model, state: network });
  }

  /** The weights of an epoch, and how far they are trained. */
  recall({ run, epoch }: Moment, pipeline: Pipeline): Promise<Result<PastNetwork>> {
    return this.run(run).at(epoch, pipeline);
  }

  /** The same network as far as its small weights go: they are there at once, before the large ones are fetched. */
  async glanceAt(moment: Moment, pipeline: Pipeline): Promise<Result<ModelOfPast>> {
    const found = await this.small(moment);
    if (!found.ok) return found;
    const { weights, network } = found.value;
    if (this.glance?.pipeline !== pipeline) this.forget();
    this.glance ??= new Model(pipeline, 'glance/');
    const taken = this.glance.load(weights);
    return taken.ok ? ok({ model: this.glance, state: network }) : taken;
  }

  /** The exact weights of an epoch, without the large layers. */
  small({ run, epoch }: Moment): Promise<Result<PastNetwork>> {
    return this.run(run).small(epoch);
  }

  /** Frees the models: the backend is left, the network replaced, or nobody looks back any more. */
  forget(): void {
    this.model?.dispose();
    this.model = null;
    this.shown = null;
    this.glance?.dispose();
    this.glance = null;
  }
}
