// What several pages are made of.

import { html, useEffect, useState } from './preact.js';
import { onNews } from './client.js';

/** Asks, and asks anew whenever the answer may have changed. The former answer stays until the next is there. */
export function useAnswer(question, topic, dependencies) {
  const [answer, setAnswer] = useState({});
  useEffect(() => {
    let asked = 0;
    let taken = 0;
    let isCurrent = true;
    const load = async () => {
      const mine = ++asked;
      let next;
      try {
        next = { value: await question() };
      } catch (failure) {
        next = { failure };
      }
      // Answers may overtake each other.
      if (isCurrent && mine > taken) {
        taken = mine;
        setAnswer(next);
      }
    };
    setAnswer({});
    load();
    const stop = onNews(topic, load);
    return () => {
      isCurrent = false;
      stop();
    };
  }, dependencies);
  return answer;
}

export function Failure({ of }) {
  return of ? html`<p class="failure" role="alert">${of.message}</p>` : null;
}

const NUMBER = new Intl.NumberFormat('en');
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

export const number = value => NUMBER.format(value);
export const moment = instant => `${MOMENT.format(new Date(instant))} UTC`;
export const day = instant => DAY.format(new Date(instant));

export function Time({ at }) {
  return at ? html`<time dateTime=${at}>${moment(at)}</time>` : null;
}

export const words = name => name.toLowerCase().replaceAll('_', ' ');

/** What a grant says, in words. */
export function grantInWords(grant, isMetered) {
  if (grant.kind === 'REVOKED') {
    return 'withheld';
  }
  const values = grant.enumValues?.length ? [grant.enumValues.join(', ')] : [];
  const limit = grant.kind === 'UNLIMITED' ? ['unlimited'] : grant.usageLimit !== undefined ? [number(grant.usageLimit)] : [];
  const soft = grant.hasSoftLimit ? ['soft limit'] : [];
  const reset = isMetered && grant.resetPeriod ? [`each ${words(grant.resetPeriod)}`] : [];
  const all = [...values, ...limit, ...soft, ...reset];
  return all.length ? all.join(', ') : 'granted';
}

/** A field with its label. */
export function Field({ label, children }) {
  return html`<label class="field"><span>${label}</span>${children}</label>`;
}

export function Choice({ label, value, onChange, options }) {
  return html`<${Field} label=${label}>
    <select value=${value} onChange=${event => onChange(event.currentTarget.value)}>
      ${options.map(([id, name]) => html`<option key=${id} value=${id} selected=${id === value}>${name}</option>`)}
    </select>
  <//>`;
}
