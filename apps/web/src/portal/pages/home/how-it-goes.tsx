import { useTexts } from '../../texts.ts'

/** The way of a claim in four lines, for those who have none yet. */
export function HowItGoes() {
  const t = useTexts().home
  return (
    <section className="section" aria-labelledby="how-title">
      <h2 id="how-title">{t.how}</h2>
      <ol className="steps-list narrow">
        {t.howSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}
