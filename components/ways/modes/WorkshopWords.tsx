import words from '@/words/workshop';

const WORDS = [
  [words.photograph(), words.photographField()],
  [words.stencil(), words.stencilField()],
  [words.laying(), words.layingField()],
  [words.moved(), words.movedField()],
  [words.sheet(), words.sheetField()],
  [words.striking(), words.strikingField()],
  [words.folding(), words.foldingField()],
  [words.reading(), words.readingField()],
  [words.member(), words.memberField()],
  [words.counts(), words.countsField()],
  [words.score(), words.scoreField()],
  [words.cutting(), words.cuttingField()],
] as const;

/** The terms of the analogy beside those of the field. */
export function WorkshopWords() {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.inWorkshop()}</th>
          <th scope="col" style={{ textAlign: 'start' }}>
            {words.inField()}
          </th>
        </tr>
      </thead>
      <tbody>
        {WORDS.map(([workshop, field]) => (
          <tr key={workshop}>
            <th scope="row" style={{ whiteSpace: 'normal' }}>
              {workshop}
            </th>
            <td style={{ textAlign: 'start', whiteSpace: 'normal' }}>{field}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
