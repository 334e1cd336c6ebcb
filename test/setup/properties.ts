import fc from 'fast-check'

// The same examples in every run: what fails for one person fails for all. CONTRIBUTING.md says how to look for others.
fc.configureGlobal({ seed: Number(process.env['YICHUANG_PROPERTY_SEED'] ?? 20_201_015) })
