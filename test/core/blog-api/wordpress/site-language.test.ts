import { expect, test } from 'vitest'
import { languageOfPage } from '../../../../src/main/core/blog-api/wordpress/site-language.ts'

test.each([
  ['<html dir="rtl" lang="fa-IR">', { language: 'fa-IR', direction: 'rtl' }],
  ["<!doctype html>\n<HTML class='no-js' LANG='ar'>", { language: 'ar', direction: 'rtl' }],
  ['<html lang="vi" prefix="og: https://ogp.me/ns#">', { language: 'vi', direction: 'ltr' }],
  ['<html lang="en-GB" dir="rtl">', { language: 'en-GB', direction: 'rtl' }],
  ['<html dir="rtl">', { language: '', direction: 'rtl' }],
  ['<html>', null],
  ['{"code":"rest_no_route"}', null],
  ['<html data-lang="fa" >', null],
])('a page that begins %s', (page, expected) => {
  expect(languageOfPage(page)).toEqual(expected)
})
