/** What can be done next with a visit, the most usual first. */
export function actsOf(visit, reversible) {
  const { uncertain, closed, kind } = visit
  if (uncertain) return reversible.includes(uncertain.infno) ? ['retry', 'reverse'] : ['retry']
  return closed ? [] : ofKind[kind](visit)
}

const ofKind = {
  outpatient({ mdtrtId, setlId, lines }) {
    if (mdtrtId === null) return []
    if (setlId) return ['cancel']
    return lines.length === 0 ? ['treat', 'unregister'] : ['settle', 'pre-settle', 'drop-fees']
  },
  stay({ mdtrtId, setlId, lines, discharged }) {
    if (mdtrtId === null) return []
    if (setlId) return ['ward-cancel']
    if (discharged) return ['ward-settle', 'ward-pre-settle', 'undo-discharge']
    if (lines.length === 0) return ['ward-fees', 'undo-admission']
    const more = lines.length < WHOLE ? ['ward-fees'] : []
    return [...more, 'discharge', 'ward-pre-settle', 'ward-change', 'ward-drop-fees']
  },
  purchase: ({ setlId }) => (setlId ? ['give-back'] : ['buy']),
  referral: ({ filing }) => (filing ? ['withdraw'] : []),
  chronic: ({ filing }) => (filing ? ['withdraw'] : []),
}

/** Both batches of a stay and the refund: nothing more is uploaded. */
const WHOLE = 8
