// When what was subscribed to, and usage as it went, drawn and told.

import { html, useState } from './preact.js';
import { ask, look } from './client.js';
import { Choice, Failure, Time, day, number, useAnswer, words } from './parts.js';

const IDS = `query Subscriptions($customerId: String!) {
  subscriptions(filter: { customerId: { eq: $customerId } }, paging: { first: 50 }) { edges { node { subscriptionId } } }
}`;

const SUBSCRIPTION = `{
  subscriptionId status startDate endDate effectiveEndDate cancellationDate trialEndDate
  plan { refId displayName } resource { resourceId } addons { quantity addon { displayName } }
  futureUpdates { subscriptionScheduleType scheduledExecutionTime targetPackage { displayName } }
}`;

const HISTORY = `query UsageHistory($input: UsageHistoryV2Input!) {
  usageHistoryV2(input: $input) { series { points { timestamp value isResetPoint } } markers { timestamp type } }
}`;

const WIDTH = 640;
const ROW = 28;
const DAY_MILLIS = 24 * 60 * 60 * 1000;
const CHART = 160;

const millis = instant => new Date(instant).getTime();
const endOf = subscription => subscription.effectiveEndDate ?? subscription.cancellationDate ?? subscription.endDate;

async function subscriptionsOf(customerId) {
  const found = await ask(IDS, { customerId });
  const ids = found.subscriptions.edges.map(edge => edge.node.subscriptionId);
  if (!ids.length) {
    return [];
  }
  const declared = ids.map((id, index) => `$id${index}: String!`).join(', ');
  const fields = ids.map((id, index) => `s${index}: getSubscription(input: { subscriptionId: $id${index} }) ${SUBSCRIPTION}`);
  const variables = Object.fromEntries(ids.map((id, index) => [`id${index}`, id]));
  return Object.values(await ask(`query Details(${declared}) { ${fields.join('\n')} }`, variables))
    .sort((one, other) => millis(one.startDate) - millis(other.startDate));
}

function scale(from, to) {
  return instant => Math.round(((Math.min(Math.max(instant, from), to) - from) / Math.max(1, to - from)) * WIDTH);
}

function Bar({ subscription, row, x, last }) {
  const start = x(millis(subscription.startDate));
  const end = x(endOf(subscription) ? millis(endOf(subscription)) : last);
  const trialEnd = subscription.trialEndDate ? Math.min(end, x(millis(subscription.trialEndDate))) : start;
  const top = row * ROW + 4;
  const hasRoom = start < WIDTH - 120;
  return html`<g class="bar ${subscription.status.toLowerCase()}">
    <rect x=${start} y=${top} width=${Math.max(3, end - start)} height=${ROW - 8} rx="4"></rect>
    ${trialEnd > start ? html`<rect class="trial" x=${start} y=${top} width=${trialEnd - start} height=${ROW - 8} rx="4"></rect>` : null}
    ${subscription.futureUpdates.map(update => {
      const at = x(millis(update.scheduledExecutionTime));
      return html`<path class="scheduled" key=${update.scheduledExecutionTime} d=${`M${at} ${top}l5 10-5 10-5-10z`}></path>`;
    })}
    <text x=${hasRoom ? start + 6 : start - 6} y=${top + 14} text-anchor=${hasRoom ? 'start' : 'end'}>${subscription.plan.displayName}</text>
  </g>`;
}

function Bars({ subscriptions, now }) {
  const instants = subscriptions.flatMap(subscription => [
    millis(subscription.startDate),
    ...(endOf(subscription) ? [millis(endOf(subscription))] : []),
    ...subscription.futureUpdates.map(update => millis(update.scheduledExecutionTime)),
  ]);
  const from = Math.min(now, ...instants) - DAY_MILLIS;
  const to = Math.max(now, ...instants) + 7 * DAY_MILLIS;
  const x = scale(from, to);
  const height = subscriptions.length * ROW;
  return html`<svg class="bars" role="img" aria-label="Subscriptions over time, as in the table below" viewBox=${`0 0 ${WIDTH} ${height + 18}`}>
    ${subscriptions.map((subscription, row) =>
      html`<${Bar} key=${subscription.subscriptionId} subscription=${subscription} row=${row} x=${x} last=${to} />`)}
    <line class="now" x1=${x(now)} x2=${x(now)} y1="0" y2=${height}></line>
    <text class="axis" x="0" y=${height + 14}>${day(from)}</text>
    <text class="axis" x=${Math.min(WIDTH - 24, x(now))} y=${height + 14} text-anchor="middle">now</text>
    <text class="axis" x=${WIDTH} y=${height + 14} text-anchor="end">${day(to)}</text>
  </svg>`;
}

const scheduled = update =>
  `${update.subscriptionScheduleType}${update.targetPackage ? ` to ${update.targetPackage.displayName}` : ''}`;

function Table({ subscriptions }) {
  return html`<div class="scroll" tabIndex="0" role="region" aria-label="Table of subscriptions">
    <table>
      <thead><tr>
        ${['Plan', 'Status', 'From', 'Trial until', 'Ends', 'Scheduled'].map(head => html`<th scope="col" key=${head}>${head}</th>`)}
      </tr></thead>
      <tbody>${subscriptions.map(subscription => html`<tr key=${subscription.subscriptionId}>
        <th scope="row">
          ${subscription.plan.displayName}
          ${(subscription.addons ?? []).map(each => ` + ${number(each.quantity)} × ${each.addon.displayName}`).join('')}
          ${subscription.resource ? ` for ${subscription.resource.resourceId}` : ''}
          <br /><code>${subscription.subscriptionId}</code>
        </th>
        <td><span class="status ${subscription.status.toLowerCase()}">${words(subscription.status)}</span></td>
        <td><${Time} at=${subscription.startDate} /></td>
        <td><${Time} at=${subscription.trialEndDate} /></td>
        <td><${Time} at=${endOf(subscription)} /></td>
        <td>${subscription.futureUpdates.map(update =>
          html`<div key=${update.scheduledExecutionTime}>${scheduled(update)} <${Time} at=${update.scheduledExecutionTime} /></div>`)}</td>
      </tr>`)}</tbody>
    </table>
  </div>`;
}

/** Usage as steps, which is how it goes. */
function steps(points, x, y) {
  return points.map((point, index) => {
    const at = x(millis(point.timestamp));
    return index ? `H${at}V${y(point.value)}` : `M${at} ${y(point.value)}`;
  }).join('');
}

function Chart({ name, points, markers, limit, now }) {
  const from = Math.min(...points.map(point => millis(point.timestamp)));
  const x = scale(from, Math.max(now, from + DAY_MILLIS));
  const top = Math.max(1, limit ?? 0, ...points.map(point => point.value)) * 1.1;
  const y = value => Math.round(CHART - (value / top) * CHART);
  return html`<svg class="usage" role="img" aria-label="Usage of ${name} over time, as in the list below" viewBox=${`0 -4 ${WIDTH} ${CHART + 24}`}>
    ${limit === undefined ? null : html`
      <line class="limit" x1="0" x2=${WIDTH} y1=${y(limit)} y2=${y(limit)}></line>
      <text class="axis" x="4" y=${y(limit) - 4}>limit ${number(limit)}</text>`}
    ${markers.map((marker, index) => {
      const at = x(millis(marker.timestamp));
      return html`<line class="reset" key=${index} x1=${at} x2=${at} y1="0" y2=${CHART}></line>`;
    })}
    <path class="line" d=${`${steps(points, x, y)}H${x(now)}`}></path>
    <text class="axis" x="0" y=${CHART + 16}>${day(from)}</text>
    <text class="axis" x=${WIDTH} y=${CHART + 16} text-anchor="end">${day(now)}</text>
  </svg>`;
}

function Usage({ customerId, resourceId, explanations, start, now }) {
  const metered = explanations.filter(each => each.entitlement && ['Fluctuating', 'Incremental'].includes(each.feature?.meterType));
  const [chosen, setChosen] = useState();
  const current = metered.find(each => each.featureId === chosen)
    ?? metered.find(each => each.entitlement.currentUsage > 0) ?? metered[0];
  const featureId = current?.featureId;
  const history = useAnswer(
    async () => (featureId
      ? (await ask(HISTORY, { input: { customerId, featureId, startDate: start, ...(resourceId ? { resourceId } : {}) } })).usageHistoryV2
      : undefined),
    'state', [customerId, resourceId, featureId, start]);
  if (!current) {
    return null;
  }
  const points = history.value?.series?.[0]?.points ?? [];
  const markers = history.value?.markers ?? [];
  const limit = current.entitlement.hasUnlimitedUsage ? undefined : current.entitlement.usageLimit ?? undefined;
  return html`<h4>Usage</h4>
    <${Choice} label="Of" value=${featureId} onChange=${setChosen} options=${metered.map(each => [each.featureId, each.name])} />
    <${Failure} of=${history.failure} />
    ${points.length ? html`<${Chart} name=${current.name} points=${points} markers=${markers} limit=${limit} now=${millis(now)} />
      <details>
        <summary>The same as a list</summary>
        <ul class="points">
          ${points.map((point, index) => html`<li key=${index}><${Time} at=${point.timestamp} />: ${number(point.value)}${point.isResetPoint ? ', reset' : ''}</li>`)}
          ${markers.map((marker, index) => html`<li key=${`m${index}`}><${Time} at=${marker.timestamp} />: ${words(marker.type)}</li>`)}
        </ul>
      </details>` : html`<p>No usage of ${current.name} yet.</p>`}`;
}

export function Timeline({ customerId, resourceId }) {
  const subscriptions = useAnswer(() => subscriptionsOf(customerId), 'state', [customerId]);
  const entitled = useAnswer(
    () => look('explanations', { customer: customerId, resource: resourceId }), 'state', [customerId, resourceId]);
  if (!subscriptions.value || !entitled.value) {
    return html`<${Failure} of=${subscriptions.failure ?? entitled.failure} />`;
  }
  const now = entitled.value.now;
  const all = subscriptions.value;
  return html`<section aria-labelledby="timeline">
    <h3 id="timeline">Timeline</h3>
    ${all.length ? html`
      <${Bars} subscriptions=${all} now=${millis(now)} />
      <${Table} subscriptions=${all} />` : html`<p>No subscription yet.</p>`}
    <${Usage} customerId=${customerId} resourceId=${resourceId} explanations=${entitled.value.explanations}
      start=${all[0]?.startDate ?? new Date(millis(now) - 30 * DAY_MILLIS).toISOString()} now=${now} />
  </section>`;
}
