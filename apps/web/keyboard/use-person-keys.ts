import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { listSettings, updateSetting } from '#kernel/builtin/contract.ts'
import { api } from '#ui/data/api.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { chooseKeys, type KeyChoices } from '#ui/keyboard/key-map.ts'
import { showProblem } from '#ui/toasts.ts'

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
  const cache = useQueryClient()
  return async (choices) => {
    chooseKeys(choices)
    try {
      await api.call(updateSetting, { name: SETTING, value: choices })
    } catch (error) {
      showProblem(error)
    }
    await cache.invalidateQueries({ queryKey: operationKey(listSettings) })
  }
}

const none: KeyChoices = {}
