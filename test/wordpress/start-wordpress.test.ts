import { expect, onTestFinished, test } from 'vitest'
import { describeOnWordpress } from './describe-on-wordpress.ts'
import { startWordpress } from './start-wordpress.ts'

await describeOnWordpress('7.1', 'a WordPress for tests', () => {
  const start = async () => {
    const site = await startWordpress({ version: '7.1' })
    onTestFinished(() => site.stop())
    return site
  }

  test('has nothing written on it, whatever is written on others that come of the same preparation', async () => {
    const [one, other] = await Promise.all([start(), start()])
    await one.php("wp_insert_post(['post_title' => 'Only here', 'post_status' => 'publish', 'post_content' => 'x']);")
    const titles = "echo json_encode(wp_list_pluck(get_posts(), 'post_title'));"
    expect(await one.php(titles)).toBe('["Only here"]')
    expect(await other.php(titles)).toBe('[]')
    expect(await (await start()).php(titles)).toBe('[]')
  })

  test('tells what broke the PHP that it was asked to run', async () => {
    const site = await start()
    await expect(site.php('no_such_function();')).rejects.toThrow('no_such_function')
    await expect(site.php('no such PHP')).rejects.toThrow('unexpected')
    expect(await site.php('echo get_option("blogname");')).toBe('Embassy Test Blog')
  })
})
