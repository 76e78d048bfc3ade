import { useEffect } from 'react'
import { listSettings } from '#kernel/builtin/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { useSaveSetting } from '#ui/data/use-save-setting.ts'
import { chooseKeys, type KeyChoices } from '#ui/keyboard/key-map.ts'

// The name of the setting in the shell module's contract, which would bring its schema onto the first page.
const SETTING = 'shell.keys'

/** The keys this person chose, in force as soon as they are read. */
export function usePersonKeys(): KeyChoices {
  const { data } = useOperation(listSettings, {})
  const choices = (data?.items.find(({ name }) => name === SETTING)?.value ?? none) as KeyChoices
  useEffect(() => chooseKeys(choices), [choices])
  return choices
}

/** Keeps other keys for this person: in force at once, and taken back where the server refuses. */
export function useSaveKeys(): (choices: KeyChoices) => Promise<void> {
  const save = useSaveSetting()
  return async (choices) => {
    chooseKeys(choices)
    await save(SETTING, choices)
  }
}

const none: KeyChoices = {}
