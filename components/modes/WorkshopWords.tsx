const WORDS = [
  ['photograph', 'input, a tensor'],
  ['stencil', 'kernel; with its bias a filter'],
  ['laying it on every place', 'convolution'],
  ['how far it is moved on', 'stride'],
  ['full sheet of paper', 'feature map'],
  ['striking out what is below zero', 'ReLU'],
  ['folding a sheet', 'max pooling'],
  ['reading out in one row', 'flatten'],
  ['committee member', 'unit of a dense layer'],
  ['how much a number counts for a member', 'weight'],
  ['score, share of certainty', 'logit, probability'],
  ['cutting the stencils', 'training'],
] as const;

/** The words of the analogy beside those of the field. */
export function WorkshopWords() {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">in the workshop</th>
          <th scope="col" style={{ textAlign: 'start' }}>
            in the field
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
