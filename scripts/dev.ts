/** `npm run dev`: makes the generated parts and starts the development server; its arguments are those of `next dev`. */
import { makeParts } from './build/build';
import { run } from './project';

await makeParts();
process.exitCode = await run('next', ['dev', ...process.argv.slice(2)]);
