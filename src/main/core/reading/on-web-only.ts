import type { Fetch } from '../ports.ts'
import { unreadable } from './fetch-document.ts'
import { isPrivateAddress } from './private-address.ts'

/** A name of the web may lead to a device beside this laptop: nothing is asked of it. Rejects with `unreadable-feed`. */
export const onWebOnly =
  (fetch: Fetch): Fetch =>
  async (input, init) => {
    let isPrivate = false
    const mayConnectTo = (address: string): boolean => {
      isPrivate ||= isPrivateAddress(address)
      return !isPrivate
    }
    try {
      return await fetch(input, { ...init, mayConnectTo })
    } catch (error) {
      throw isPrivate ? unreadable('private-address', error) : error
    }
  }
