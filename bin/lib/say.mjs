/** One line of progress, Chinese first. */
export function say(zh, en) {
  console.log(`· ${zh} ${en}`)
}

/** Ends the command with one sentence in both languages. */
export function refuse(zh, en) {
  console.error(`\n${zh}\n${en}\n`)
  process.exit(1)
}
