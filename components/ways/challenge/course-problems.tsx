/**
 * The course's ten problems, each with the props of its body. The only module in which the challenge uses the
 * course.
 */
import type { ComponentType } from 'react';
import { checkDead, SHOWN, STAGE } from '@/lib/course/challenges/dead';
import * as edges from '@/lib/course/challenges/edges';
import { checkFault } from '@/lib/course/challenges/fault';
import * as fool from '@/lib/course/challenges/fool';
import { PROBLEM_IDS, PROBLEM_TITLES, type ProblemId } from '@/lib/course/challenges/ids';
import { pathTask } from '@/lib/course/challenges/path';
import { PROBLEMS } from '@/lib/course/challenges/problems';
import { BROKEN, checkRepair } from '@/lib/course/challenges/repair';
import { shapeTask } from '@/lib/course/challenges/shape';
import * as small from '@/lib/course/challenges/small';
import * as threshold from '@/lib/course/challenges/threshold';
import * as weight from '@/lib/course/challenges/weight';
import { caseOf, LOOKED_AT } from '@/lib/course/faults/cases';
import { CLASSES, REFERENCE, referencePipeline } from '@/lib/course/reference';
import { COURSE_ASKED } from '@/lib/course/subject';
import { stageOf } from '@/lib/network/pipeline';
import type { Random } from '@/lib/questions/question';
import type { BodyProps, PutProblem } from './bench';
import { DeadProblem } from './problems/DeadProblem';
import { EdgesProblem } from './problems/EdgesProblem';
import { FaultProblem } from './problems/FaultProblem';
import { FoolProblem } from './problems/FoolProblem';
import { PathProblem } from './problems/PathProblem';
import { RepairProblem } from './problems/RepairProblem';
import { ShapeProblem } from './problems/ShapeProblem';
import { SmallProblem } from './problems/SmallProblem';
import { ThresholdProblem } from './problems/ThresholdProblem';
import { WeightProblem } from './problems/WeightProblem';

const SAMPLES = SHOWN.map((id) => ({ id, label: id.split('-')[0] }));
const drawShape = (random: Random) => shapeTask(COURSE_ASKED, random);

const BODIES: Readonly<Record<ProblemId, ComponentType<BodyProps>>> = {
  shape: (props) => <ShapeProblem {...props} taskOf={drawShape} />,
  repair: (props) => <RepairProblem {...props} broken={BROKEN} check={checkRepair} />,
  edges: (props) => (
    <EdgesProblem
      {...props}
      stage={stageOf(referencePipeline, 'conv1')}
      sides={edges.SIDES}
      vertical={edges.VERTICAL}
      horizontal={edges.HORIZONTAL}
      withKernel={edges.withKernel}
      responseOf={edges.responseOf}
      check={edges.checkEdges}
    />
  ),
  way: (props) => <PathProblem {...props} taskOf={pathTask} />,
  dead: (props) => (
    <DeadProblem {...props} stage={stageOf(referencePipeline, STAGE)} shown={SAMPLES} check={checkDead} />
  ),
  fool: (props) => (
    <FoolProblem
      {...props}
      architecture={REFERENCE}
      image={fool.IMAGE}
      wanted={fool.WANTED}
      most={fool.MOST_PIXELS}
      pixelsChanged={fool.pixelsChanged}
      check={fool.checkFool}
    />
  ),
  weight: (props) => (
    <WeightProblem
      {...props}
      image={weight.IMAGE}
      predicted={weight.PREDICTED}
      fields={weight.FIELDS}
      incoming={weight.incoming}
      outcome={weight.outcome}
      withWeight={weight.withWeight}
      check={weight.checkWeight}
    />
  ),
  threshold: (props) => (
    <ThresholdProblem
      {...props}
      classes={CLASSES}
      target={threshold.TARGET}
      fields={threshold.FIELDS}
      candidates={threshold.candidates}
      targetsIn={threshold.shipsIn}
      check={threshold.checkThreshold}
    />
  ),
  fault: (props) => <FaultProblem {...props} lookedAt={LOOKED_AT} caseOf={caseOf} check={checkFault} />,
  small: (props) => (
    <SmallProblem
      {...props}
      beginning={small.BEGINNING}
      most={small.MOST_PARAMETERS}
      fewEnough={small.fewEnough}
      trainable={small.trainable}
      check={small.checkSmall}
    />
  ),
};

/** The problems, in the order in which they are offered. */
export const COURSE_PROBLEMS: readonly PutProblem[] = PROBLEM_IDS.map((id) => ({
  ...PROBLEMS[id],
  title: PROBLEM_TITLES[id],
  Body: BODIES[id],
}));
