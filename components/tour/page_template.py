"""The page's HTML as a Jinja template."""

PAGE = """\
<!DOCTYPE html>
<html lang="en" data-version="{{ files.version }}"\
{% if theme %} data-theme="{{ theme }}"{% endif %}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="{{ lede }}">
<title>{{ title }}</title>
<link href="{{ files.icon }}" rel="icon" type="image/x-icon">
<link href="{{ files.style }}" rel="stylesheet">
{% for address in files.fonts %}
<link href="{{ address }}" rel="preload" as="font" type="font/woff2" crossorigin>
{% endfor %}
{% for address in preloads %}
<link href="{{ address }}" rel="modulepreload">
{% endfor %}
</head>
<body class="tour-page{{ ' alone' if is_alone }}">
{% if not is_alone %}
<header><a class="skip-link" href="./">Skip to the playground</a></header>
<nav class="stops" aria-label="Stops of the tour"><ol>
{% for section in sections if section.number %}
<li><a href="#{{ section.stop.key }}" data-stop="{{ section.stop.key }}">\
<span class="number">{{ section.number }}</span> \
<span class="title">{{ section.stop.title }}</span></a></li>
{% endfor %}
</ol></nav>
{% endif %}
<main class="tour">
<article class="prose">
<header>
{% if not is_alone %}
<p class="brand"><span class="logo"></span>Lockstep</p>
<a class="to-playground" href="./">Playground</a>
{% endif %}
<button type="button" id="theme" title="Colours of the page: auto" \
aria-label="Colours of the page: auto">\
<span class="icon icon-theme" aria-hidden="true"></span></button>
<h1>{{ title }}</h1>
{% if lede %}
<p class="lede">{{ lede }}</p>
{% endif %}
<p id="page-notice" class="notice" role="status"{{ '' if said else ' hidden' }}>\
{{ said | join(" ") }}</p>
</header>
{% for section in sections %}
{% set stop = section.stop %}
<section class="stop" id="{{ stop.key }}" aria-labelledby="{{ stop.key }}-title">
{% if section.number %}
<h2 id="{{ stop.key }}-title"><span class="number">{{ section.number }}</span> {{ stop.title }}</h2>
{% else %}
<h3 id="{{ stop.key }}-title">{{ stop.title }}</h3>
{% endif %}
{% if section.short %}
<div class="whole">{{ section.text }}</div>
<div class="short">{{ section.short }}</div>
{% else %}
{{ section.text }}
{% endif %}
<figure class="still">{{ section.still }}<figcaption><a href="{{ section.link }}">\
{{ 'This figure' if stop.figure else 'This state in the playground' }}</a></figcaption></figure>
</section>
{% endfor %}
{% if is_alone %}
<footer class="whole-page"><a href="tour" target="_blank" rel="noopener">Open the whole page</a>\
</footer>
{% endif %}
</article>
<aside class="tour-figure" aria-label="Figure" hidden>
<div class="figure-head"><span class="error-function"></span>\
<a class="open" href="./">Open in the playground</a></div>
<div class="stage"><canvas class="ground"></canvas><canvas class="lines"></canvas>\
<canvas class="live" role="img" aria-label="{{ result }}"></canvas>\
<button type="button" class="start-handle" hidden></button><p class="pill" hidden></p></div>
<div class="charts">
<div class="chart" data-chart="0"><p class="chart-title"></p>\
<div class="plot"><canvas></canvas></div></div>
<div class="chart" data-chart="1"><p class="chart-title"></p>\
<div class="plot"><canvas></canvas><input type="range" hidden></div></div>
</div>
<iframe class="embedded" hidden title=""></iframe>
</aside>
</main>
<p class="visually-hidden" role="status" id="tour-said"></p>
<script type="application/json" id="tour-data">{{ data }}</script>
<script type="module" src="{{ files.module }}"></script>
</body>
</html>
"""
