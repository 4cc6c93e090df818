import { ofClass, type Payload } from './payload.ts'

/** Each alone on a paragraph: whoever lists what is forbidden forgets one. */
const EVENTS =
  'abort afterprint animationcancel animationend animationiteration animationstart auxclick beforecopy beforecut beforeinput beforematch beforepaste beforeprint beforetoggle beforeunload begin blur bounce cancel canplay canplaythrough change click close command contentvisibilityautostatechange contextlost contextmenu contextrestored copy cuechange cut dblclick drag dragend dragenter dragexit dragleave dragover dragstart drop durationchange emptied end ended error finish focus focusin focusout formdata fullscreenchange fullscreenerror gesturestart gotpointercapture hashchange input invalid keydown keypress keyup languagechange load loadeddata loadedmetadata loadstart lostpointercapture message messageerror mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup mousewheel mozfullscreenchange offline online orientationchange pagehide pagereveal pageshow pageswap paste pause play playing pointercancel pointerdown pointerenter pointerleave pointermove pointerout pointerover pointerrawupdate pointerup popstate progress ratechange rejectionhandled repeat reset resize scroll scrollend scrollsnapchange scrollsnapchanging search securitypolicyviolation seeked seeking select selectionchange selectstart show slotchange stalled start storage submit suspend timeupdate toggle touchcancel touchend touchmove touchstart transitioncancel transitionend transitionrun transitionstart unhandledrejection unload volumechange waiting webkitanimationend webkitmouseforcechanged webkittransitionend wheel'.split(
    ' ',
  )
const EVENTS_IN_ONE = 12

/** Attributes that are code. */
export function handlerPayloads(): Payload[] {
  const groups = Array.from({ length: Math.ceil(EVENTS.length / EVENTS_IN_ONE) }, (_, at) =>
    EVENTS.slice(at * EVENTS_IN_ONE, (at + 1) * EVENTS_IN_ONE),
  )
  return [
    ...ofClass(
      'each event handler there is',
      ...groups.map((events) => events.map((event) => `<em on${event}="pwn()" tabindex=0>kept words</em>`).join(' ')),
      `<p ${EVENTS.map((event) => `ON${event.toUpperCase()}=pwn()`).join(' ')}>kept words</p>`,
    ),
    ...ofClass(
      'event handler that fires by itself',
      '<img src=x onerror=pwn()>kept words',
      '<img src=x oneonerrorrror=pwn()>',
      '<body onload=pwn()><html onmouseover=pwn()>kept words',
      '<svg onload=pwn()>',
      '<svg><animate onbegin=pwn() attributeName=x dur=1s>',
      '<svg><set onbegin=pwn() attributeName=x>',
      '<details open ontoggle=pwn()><summary>kept words</summary></details>',
      '<input autofocus onfocus=pwn()>',
      '<select autofocus onfocus=pwn()></select><textarea autofocus onfocus=pwn()></textarea>',
      '<p contenteditable tabindex=0 autofocus onfocus=pwn()>kept words</p>',
      '<a href="https://example.org" onfocus=pwn() autofocus>kept words</a>',
      '<video autoplay onloadstart=pwn()><source onerror=pwn() src=x></video>',
      '<audio src=x onerror=pwn()>',
      '<marquee onstart=pwn()>kept words</marquee>',
      '<style onload=pwn()></style><link rel=stylesheet href=x onerror=pwn()>',
      '<p style="animation: blink 1ms" onanimationstart=pwn() onanimationend=pwn()>kept words</p>',
      '<p oncontentvisibilityautostatechange=pwn() style="content-visibility:auto">kept words</p>',
      '<dialog open onclose=pwn()><form method=dialog><button>x</button></form></dialog>',
      '<button popovertarget=p>x</button><p popover id=p onbeforetoggle=pwn()>kept words</p>',
      '<b is="x-evil" slot="x"><x-evil onready=pwn()>kept words</x-evil></b>',
    ),
    ...ofClass(
      'tag or attribute written oddly',
      '<img src=x onerror="pwn()"//',
      '<IMG SRC=x OnErRoR=pwn()>',
      '<img/src=x/onerror=pwn()>',
      '<img src=x onerror\n=\npwn()>',
      '<img src=x\u000Conerror=pwn()>',
      '<img src=x \u000Bonerror=pwn()>',
      '<img src="x" onerror="&#112;wn()">',
      '<img src=x onerror=`pwn()`>',
      "<img src=`x' onerror=pwn()//`>",
      '<img """><img src=x onerror=pwn()>">',
      '<img src=x:x onerror=pwn()<!--',
      '<img \u0000src=x onerror=pwn()>',
      '<svg/onload=pwn()//',
      '<svg/onload=pwn()<!--',
      'kept words <p "onclick=pwn() x=">x</p>',
      "<p title='\"' onclick='pwn()'>kept words</p>",
      '<p =onclick=pwn()>kept words</p>',
      '<p/onclick=pwn()/title=x>kept words</p>',
      '<p title="x"onclick="pwn()">kept words</p>',
      '<p onclick=pwn() onclick=x title=1 title=2>kept words</p>',
      '< p onclick=pwn()>',
      '<\u0000img src=x onerror=pwn()>',
      '<p xml:onclick=pwn() xlink:onclick=pwn() data-onclick=pwn() v-on:click=pwn() @click=pwn() ng-click=pwn()>kept words</p>',
    ),
    ...ofClass(
      'cut off in the middle',
      'kept words <img src=x onerror=pwn()',
      'kept words <a href="https://example.org" onclick="pwn()',
      'kept words <script',
      'kept words <style>',
      'kept words <!--',
      'kept words <p title="',
      'kept words </',
      'kept words <![CDATA[',
      'kept words <svg><',
      'kept words &#x',
    ),
  ]
}
