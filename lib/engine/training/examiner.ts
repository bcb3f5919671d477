import type { LabelledImages } from '@/lib/data/data-set';
import type { NetworkHandle } from '@/lib/network/handle';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine-training';
import type {
  ExaminerQuestion,
  Finding,
  FindingOf,
  Findings,
  MeasuredSet,
  QuestionName,
  QuestionOf,
} from '../examine-protocol';
import type { Model } from '../worker/model';
import type { Drive } from './drive';
import { evaluate } from './evaluate';
import { between, type Host } from './host';
import type { Images } from './images/images';
import { integratedGradients } from './integrated';
import { Observer } from './observer';
import { survey } from './survey';

/** Handles examinations that need whole sets of images, or gradients. */
export class Examiner {
  private readonly observer: Observer;

  constructor(
    private readonly host: Host,
    private readonly images: Images,
  ) {
    this.observer = new Observer(host);
  }

  /** `drive`: the run whose next step may be requested. */
  async examine(
    handle: NetworkHandle,
    question: ExaminerQuestion,
    drive: Drive | null,
  ): Promise<Result<Finding>> {
    switch (question.name) {
      case 'evaluation':
        return named(
          'evaluation',
          await this.overSet(handle, question.set, async (model, set) =>
            ok(await evaluate(model, set, () => between(this.host))),
          ),
        );
      case 'survey':
        return named(
          'survey',
          await this.overSet(handle, question.set, (model, set) =>
            survey(model, set, question.stage, () => between(this.host)),
          ),
        );
      case 'integrated': {
        const { pixels, unit, steps } = question;
        const found = await this.host.networks.withWhole(handle, async ({ model }) =>
          ok(await integratedGradients(model, pixels, unit, steps)),
        );
        return named('integrated', found);
      }
      case 'step':
        return named('step', await this.step(handle, question, drive));
      case 'stepWeight':
        return named('stepWeight', this.observer.weight(question.stage, question.place));
    }
  }

  private async overSet<T>(
    handle: NetworkHandle,
    set: MeasuredSet,
    measure: (model: Model, set: LabelledImages) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const images = await this.images.load();
    if (!images.ok) return images;
    const part = images.value[set];
    if (!part || part.count === 0) return fail(words.noSuchPart());
    return this.host.networks.withWhole(handle, ({ model }) => measure(model, part));
  }

  private async step(
    handle: NetworkHandle,
    { settings }: QuestionOf<'step'>,
    drive: Drive | null,
  ): Promise<Result<Findings['step']>> {
    if ('copy' in handle) return fail(words.noStepOfCopy());
    const images = await this.images.load();
    if (!images.ok) return images;
    await this.host.settled();
    return this.host.compute(() => this.observer.observe(images.value, drive, handle, settings));
  }
}

/** A finding under the name of its question. */
function named<Name extends QuestionName>(
  name: Name,
  found: Result<Findings[Name]>,
): Result<FindingOf<Name>> {
  return found.ok ? ok({ name, found: found.value }) : found;
}
