import type { CompletionEntry } from './completion-table.ts'
import { caseFunction, globalNames, optionRows, valueOptions, valueRows, wordRows } from './shell-text.ts'

/** The completion for zsh. It works when it is evaluated, and as a file _daybook in a folder of $fpath. */
export function zshScript(table: readonly CompletionEntry[]): string {
  return [
    '#compdef daybook',
    '# Completion of daybook for zsh. Put this into ~/.zshrc, after compinit: eval "$(daybook completion zsh)"',
    caseFunction('_daybook_words', wordRows(table)),
    caseFunction('_daybook_options', optionRows(table)),
    caseFunction('_daybook_values', valueRows(table)),
    `_daybook() {
  local line='' skip='' word previous="\${words[CURRENT-1]}" values
  local -i i
  for ((i = 2; i < CURRENT; i++)); do
    word="\${words[i]}"
    if [[ -n "$skip" ]]; then skip=''; continue; fi
    case "$word" in
      ${valueOptions(table).join('|')}) skip=1 ;;
      -*) ;;
      *) [[ " $(_daybook_words "$line") " == *" $word "* ]] && line="\${line:+$line }$word" ;;
    esac
  done
  if [[ "$PREFIX" == --*=* ]]; then previous="\${PREFIX%%=*}"; compset -P '*='; fi
  values="$(_daybook_values "$line $previous")"
  if [[ -n "$values" ]]; then compadd -- \${=values}; return; fi
  case "$previous" in ${valueOptions(table).join('|')}) _files; return ;; esac
  if [[ "$PREFIX" == -* ]]; then
    values="$(_daybook_options "$line") ${globalNames.join(' ')}"
    compadd -- \${=values}
    return
  fi
  values="$(_daybook_words "$line")"
  if [[ -n "$values" ]]; then compadd -- \${=values}; else _files; fi
}
if [[ "\${funcstack[1]}" == _daybook ]]; then _daybook "$@"; else compdef _daybook daybook; fi`,
    '',
  ].join('\n')
}
