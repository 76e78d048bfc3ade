import type { CompletionEntry } from './completion-table.ts'
import { caseFunction, globalNames, optionRows, valueOptions, valueRows, wordRows } from './shell-text.ts'

/** The completion for bash, from 3.2 on. Nothing is asked of Daybook while somebody types. */
export function bashScript(table: readonly CompletionEntry[]): string {
  return [
    '# Completion of daybook for bash. Put this into ~/.bashrc: eval "$(daybook completion bash)"',
    caseFunction('_daybook_words', wordRows(table)),
    caseFunction('_daybook_options', optionRows(table)),
    caseFunction('_daybook_values', valueRows(table)),
    `_daybook() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path='' skip='' word i
  # bash takes "--option=value" apart at the equals sign.
  if [ "$current" = '=' ]; then current=''; previous="$previous"
  elif [ "$previous" = '=' ]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    if [ -n "$skip" ] && [ "$word" != '=' ]; then skip=''; continue; fi
    case "$word" in
      ${valueOptions(table).join('|')}) skip=1 ;;
      -*|=) ;;
      *) case " $(_daybook_words "$path") " in *" $word "*) path="\${path:+$path }$word" ;; esac ;;
    esac
  done
  COMPREPLY=()
  local values
  values="$(_daybook_values "$path $previous")"
  if [ -n "$values" ]; then COMPREPLY=($(compgen -W "$values" -- "$current")); return; fi
  case "$previous" in ${valueOptions(table).join('|')}) return ;; esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$(_daybook_options "$path") ${globalNames.join(' ')}" -- "$current")) ;;
    *) COMPREPLY=($(compgen -W "$(_daybook_words "$path")" -- "$current")) ;;
  esac
}
complete -o default -F _daybook daybook`,
    '',
  ].join('\n')
}
