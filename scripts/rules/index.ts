import { commentsInThePresent } from './comments-in-the-present.ts'
import { completeLockFile } from './complete-lock-file.ts'
import { kindWords } from './kind-words.ts'
import { listedDecisions } from './listed-decisions.ts'
import { noClassNames } from './no-class-names.ts'
import { noFocusedTests } from './no-focused-tests.ts'
import { noLiteralIds } from './no-literal-ids.ts'
import { noRegistryHosts } from './no-registry-hosts.ts'
import { noRelativeLayers } from './no-relative-layers.ts'
import { noRuntimeGlobals } from './no-runtime-globals.ts'
import { oneIdeaAFile } from './one-idea-a-file.ts'
import { pinnedVersions } from './pinned-versions.ts'
import { proofsOfSecurity } from './proofs-of-security.ts'
import { tablePrefixes } from './table-prefixes.ts'
import type { Rule } from './rule.ts'

/** The rules, a line each. */
export const rules: Rule[] = [
  commentsInThePresent,
  completeLockFile,
  kindWords,
  listedDecisions,
  noClassNames,
  noFocusedTests,
  noLiteralIds,
  noRegistryHosts,
  noRelativeLayers,
  noRuntimeGlobals,
  oneIdeaAFile,
  pinnedVersions,
  proofsOfSecurity,
  tablePrefixes,
]
