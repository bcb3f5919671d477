import type { Metadata } from 'next';
import { RoomNav } from '@/components/site/RoomNav';
import { WhatIf } from '@/components/what-if/WhatIf';

export const metadata: Metadata = {
  title: 'What if',
  description:
    'Paint on the picture, cover a part of it, change a weight or switch a filter off, and see at once what becomes of all nine stages and of the answer.',
};

export default function WhatIfPage() {
  return (
    <div className="wide">
      <RoomNav />
      <h1>What if</h1>
      <WhatIf />
    </div>
  );
}
