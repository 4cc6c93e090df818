<?php
/**
 * The fields that Polylang Pro gives posts, in the form that polylang.pro/doc/rest-api describes them: `lang`, `translations` and the
 * list of languages. Not the plugin, which cannot be had for a test: it keeps what is said in a post's meta. What is left out of
 * `translations` is unlinked, and a post in another language than its place says is left out.
 */

const SPOKEN = ['en' => 'en_GB', 'fr' => 'fr_FR', 'ar' => 'ar'];

function spoken_code(int $id): string
{
    return get_post_meta($id, '_spoken_code', true) ?: '';
}

function spoken_group(int $id): array
{
    return get_post_meta($id, '_spoken_group', true) ?: [];
}

function spoken_put(array $members): void
{
    $group = [];
    foreach ($members as $id) $group[spoken_code($id)] = $id;
    foreach ($members as $id) update_post_meta($id, '_spoken_group', $group);
}

function spoken_without(int $id): array
{
    return array_values(array_diff(spoken_group($id), [$id]));
}

add_action('save_post_post', function (int $id): void {
    if (wp_is_post_revision($id) || spoken_code($id) !== '') return;
    update_post_meta($id, '_spoken_code', array_key_first(SPOKEN));
    spoken_put([$id]);
});

add_action('rest_api_init', function (): void {
    register_rest_field('post', 'lang', [
        'get_callback' => fn (array $post) => spoken_code($post['id']) ?: false,
        'update_callback' => function ($code, WP_Post $post): void {
            if (!isset(SPOKEN[$code]) || $code === spoken_code($post->ID)) return;
            $others = array_filter(spoken_without($post->ID), fn (int $id) => spoken_code($id) !== $code);
            update_post_meta($post->ID, '_spoken_code', $code);
            spoken_put([...$others, $post->ID]);
        },
        'schema' => ['type' => 'string'],
    ]);
    register_rest_field('post', 'translations', [
        'get_callback' => fn (array $post) => spoken_group($post['id']),
        'update_callback' => function ($asked, WP_Post $post): void {
            $own = spoken_code($post->ID);
            $fits = fn ($id, $code) => $id !== $post->ID && $code !== $own && spoken_code((int) $id) === $code;
            $members = array_map('intval', array_values(array_filter((array) $asked, $fits, ARRAY_FILTER_USE_BOTH)));
            foreach (array_diff(spoken_without($post->ID), $members) as $left) spoken_put([$left]);
            spoken_put([...$members, $post->ID]);
        },
        'schema' => ['type' => 'object'],
    ]);
    register_rest_route('pll/v1', '/languages', [
        'methods' => 'GET',
        'permission_callback' => '__return_true',
        'callback' => fn () => array_map(
            fn (string $slug) => ['slug' => $slug, 'locale' => SPOKEN[$slug], 'name' => $slug, 'is_default' => $slug === 'en'],
            array_keys(SPOKEN),
        ),
    ]);
});
