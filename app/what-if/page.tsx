import type { Metadata } from 'next';
import { RoomNav } from '@/components/site/RoomNav';
import { WhatIf } from '@/components/what-if/WhatIf';
import words from '@/words/what-if';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function WhatIfPage() {
  return (
    <div className="wide">
      <RoomNav />
      <h1>{words.title()}</h1>
      <WhatIf />
    </div>
  );
}
