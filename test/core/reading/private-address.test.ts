import { expect, test } from 'vitest'
import { isPrivateAddress, isPrivateHost } from '../../../src/main/core/reading/private-address.ts'

test.each([
  'http://localhost/',
  'http://a.localhost/',
  'http://printer/',
  'http://router.local/',
  'http://intra.corp./',
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0/',
  'http://10.0.0.1/',
  'http://100.64.1.1/',
  'http://169.254.169.254/',
  'http://172.31.0.1/',
  'http://192.168.1.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://[::ffff:192.168.1.1]/',
  'http://[64:ff9b::10.0.0.1]/',
  'http://[2002:c0a8:101::]/',
])('%s is of this laptop or its network', (address) => {
  expect(isPrivateHost(new URL(address).hostname)).toBe(true)
})

test.each([
  'https://blog.example.org/',
  'http://93.184.216.34/',
  'http://172.32.0.1/',
  'http://[2606:2800:220:1::1]/',
  'http://[::ffff:93.184.216.34]/',
])('%s is on the web', (address) => {
  expect(isPrivateHost(new URL(address).hostname)).toBe(false)
})

test.each([
  ['127.0.0.1', true],
  ['192.168.1.1', true],
  ['::1', true],
  ['::ffff:10.0.0.1', true],
  ['fe80::1%eth0', true],
  ['fd00::1', true],
  ['', true],
  ['93.184.216.34', false],
  ['2606:2800:220:1::1', false],
])('%s, as the name service gives it', (address, isPrivate) => {
  expect(isPrivateAddress(address)).toBe(isPrivate)
})
