// What one can try: each form does what any client could, and shows what it sent.

import { html, useState } from './preact.js';
import { act, ask, call, look } from './client.js';
import { Choice, Failure, Field, useAnswer } from './parts.js';

const CHECK = `query GetEntitlement($query: GetEntitlementV2Input!) {
  entitlementV2(query: $query) {
    __typename
    ... on FeatureEntitlement { isGranted accessDeniedReason currentUsage usageLimit hasUnlimitedUsage enumValues }
    ... on CreditEntitlement { isGranted accessDeniedReason currentUsage usageLimit }
  }
}`;

const REPORT = `mutation ReportUsage($input: ReportUsageInput!) {
  reportUsage(input: $input) { currentUsage nextResetDate }
}`;

const GRANT = `mutation GrantPromotionalEntitlements($input: GrantPromotionalEntitlementsInput!) {
  grantPromotionalEntitlements(input: $input) { featureId status usageLimit hasUnlimitedUsage endDate }
}`;

const REVOKE = `mutation RevokePromotionalEntitlement($input: RevokePromotionalEntitlementInput!) {
  revokePromotionalEntitlement(input: $input) { featureId status }
}`;

const SUBSCRIBE = `mutation ProvisionSubscription($input: ProvisionSubscriptionInput!) {
  provisionSubscriptionV2(input: $input) {
    status checkoutBillingId checkoutUrl
    subscription { subscriptionId status plan { refId } }
  }
}`;

const PLANS = `query Plans {
  paywall(input: { includeHiddenPlans: true }) { plans { refId displayName pricingType product { displayName } } }
}`;

const numberOf = text => (text === '' ? undefined : Number(text));

/** Runs an action, and keeps what was sent and what came of it. */
function useTrial() {
  const [trial, setTrial] = useState();
  const run = async (sent, action) => {
    try {
      setTrial({ sent, answer: JSON.stringify(await action(), null, 2) });
    } catch (failure) {
      setTrial({ sent, failure });
    }
  };
  return [trial, {
    graphql: (document, variables) =>
      run(`${document}\n\n${JSON.stringify(variables, null, 2)}`, () => call(document, variables)),
    control: (resource, body) =>
      run(`POST /control/${resource}\n\n${JSON.stringify(body, null, 2)}`, () => act(resource, body)),
  }];
}

function Trial({ trial }) {
  return html`<div class="trial" aria-live="polite">
    ${trial ? html`
      <h4>What was sent</h4>
      <pre class="sent" tabIndex="0" role="region" aria-label="What was sent">${trial.sent}</pre>
      <h4>What came of it</h4>
      ${trial.failure
        ? html`<${Failure} of=${trial.failure} />`
        : html`<pre class="answer" tabIndex="0" role="region" aria-label="What came of it">${trial.answer}</pre>`}` : null}
  </div>`;
}

function Form({ title, onSubmit, children }) {
  const submit = event => {
    event.preventDefault();
    onSubmit(event.submitter?.value);
  };
  return html`<form class="card" aria-label=${title} onSubmit=${submit}><h4>${title}</h4>${children}</form>`;
}

function Check({ scope, features, currencies, run }) {
  const [subject, setSubject] = useState(`feature ${features[0]?.[0]}`);
  const [usage, setUsage] = useState('');
  const check = () => {
    const [kind, id] = subject.split(' ');
    const options = usage === '' ? {} : { options: { requestedUsage: numberOf(usage) } };
    run.graphql(CHECK, { query: { ...scope, [kind === 'feature' ? 'featureId' : 'currencyId']: id, ...options } });
  };
  const subjects = [
    ...features.map(([id, name]) => [`feature ${id}`, name]),
    ...currencies.map(([id, name]) => [`currency ${id}`, `${name} (credits)`]),
  ];
  return html`<${Form} title="Ask a check" onSubmit=${check}>
    <${Choice} label="Of" value=${subject} onChange=${setSubject} options=${subjects} />
    <${Field} label="Requested usage">
      <input type="number" min="0" step="any" value=${usage} onInput=${event => setUsage(event.currentTarget.value)} />
    <//>
    <p class="buttons"><button type="submit">Ask</button></p>
  <//>`;
}

function Report({ scope, features, run }) {
  const [featureId, setFeatureId] = useState(features[0]?.[0]);
  const [value, setValue] = useState('1');
  const report = how =>
    run.graphql(REPORT, { input: { ...scope, featureId, value: numberOf(value), updateBehavior: how } });
  return html`<${Form} title="Report usage" onSubmit=${report}>
    <${Choice} label="Of" value=${featureId} onChange=${setFeatureId} options=${features} />
    <${Field} label="Usage">
      <input type="number" step="any" required value=${value} onInput=${event => setValue(event.currentTarget.value)} />
    <//>
    <p class="buttons">
      <button type="submit" value="DELTA">Add it</button>
      <button type="submit" value="SET">Set to it</button>
    </p>
  <//>`;
}

function Promote({ customerId, features, run }) {
  const [featureId, setFeatureId] = useState(features[0]?.[0]);
  const [limit, setLimit] = useState('');
  const promote = what => {
    if (what === 'revoke') {
      run.graphql(REVOKE, { input: { customerId, featureId } });
      return;
    }
    const terms = limit === '' ? { hasUnlimitedUsage: true } : { usageLimit: numberOf(limit) };
    run.graphql(GRANT, {
      input: { customerId, promotionalEntitlements: [{ featureId, period: 'LIFETIME', ...terms }] },
    });
  };
  return html`<${Form} title="Grant beside subscriptions" onSubmit=${promote}>
    <${Choice} label="Feature" value=${featureId} onChange=${setFeatureId} options=${features} />
    <${Field} label="Limit, none for unlimited">
      <input type="number" min="0" step="any" value=${limit} onInput=${event => setLimit(event.currentTarget.value)} />
    <//>
    <p class="buttons">
      <button type="submit" value="grant">Grant</button>
      <button type="submit" value="revoke">Revoke</button>
    </p>
  <//>`;
}

function Subscribe({ scope, plans, run }) {
  const [planId, setPlanId] = useState(plans[0].refId);
  const [period, setPeriod] = useState('MONTHLY');
  const [skipTrial, setSkipTrial] = useState(false);
  const plan = plans.find(each => each.refId === planId);
  const subscribe = () => run.graphql(SUBSCRIBE, {
    input: {
      ...scope,
      planId,
      ...(plan.pricingType === 'PAID' ? { billingPeriod: period } : {}),
      ...(skipTrial ? { skipTrial } : {}),
      checkoutOptions: { successUrl: 'https://shop.example/paid', cancelUrl: 'https://shop.example/not-paid' },
    },
  });
  return html`<${Form} title="Subscribe, or change the plan" onSubmit=${subscribe}>
    <${Choice} label="Plan" value=${planId} onChange=${setPlanId}
      options=${plans.map(each => [each.refId, `${each.displayName} (${each.product.displayName})`])} />
    <${Choice} label="Billed" value=${period} onChange=${setPeriod} options=${[['MONTHLY', 'monthly'], ['ANNUALLY', 'annually']]} />
    <label class="check">
      <input type="checkbox" checked=${skipTrial} onChange=${event => setSkipTrial(event.currentTarget.checked)} />
      Without a trial
    </label>
    <p class="buttons"><button type="submit">Subscribe</button></p>
  <//>`;
}

function Advance({ run }) {
  const [step, setStep] = useState('P1D');
  return html`<${Form} title="Advance the clock" onSubmit=${() => run.control('clock', { advance: step })}>
    <${Field} label="By, such as PT1H or P30D">
      <input type="text" required value=${step} onInput=${event => setStep(event.currentTarget.value)} />
    <//>
    <p class="buttons"><button type="submit">Advance</button></p>
  <//>`;
}

function Checkouts({ customerId, run }) {
  const billing = useAnswer(() => look('billing'), 'state', []);
  const answer = useAnswer(() => look('checkouts'), 'state', []);
  const open = (answer.value?.checkouts ?? [])
    .filter(checkout => checkout.customerId === customerId && checkout.status === 'OPEN');
  const isConnected = billing.value?.connected === true;
  return html`<div class="card" role="group" aria-label="Payment">
    <h4>Payment</h4>
    <label class="check">
      <input type="checkbox" checked=${isConnected}
        onChange=${() => run.control('billing', { action: isConnected ? 'disconnect' : 'connect' })} />
      A billing system is connected
    </label>
    ${open.length ? null : html`<p>No checkout is open.</p>`}
    ${open.map(checkout => html`<p class="buttons" key=${checkout.id}>
      <span><code>${checkout.id}</code> for ${checkout.planId}</span>
      ${['complete', 'fail', 'expire'].map(action => html`
        <button type="button" key=${action} onClick=${() => run.control('checkouts', { action, id: checkout.id })}>
          ${action[0].toUpperCase() + action.slice(1)}
        </button>`)}
    </p>`)}
  </div>`;
}

export function Actions({ customerId, resourceId }) {
  const [trial, run] = useTrial();
  const known = useAnswer(() => look('explanations', { customer: customerId }), 'state', [customerId]);
  const sold = useAnswer(() => ask(PLANS), 'state', []);
  if (!known.value || !sold.value) {
    return html`<${Failure} of=${known.failure ?? sold.failure} />`;
  }
  const scope = { customerId, ...(resourceId ? { resourceId } : {}) };
  const features = known.value.explanations.filter(each => each.featureId);
  const choices = some => some.map(each => [each.featureId, each.name]);
  const currencies = known.value.explanations.filter(each => each.currencyId).map(each => [each.currencyId, each.name]);
  const metered = features.filter(each => ['Fluctuating', 'Incremental'].includes(each.feature.meterType));
  const plans = sold.value.paywall.plans;
  return html`<section aria-labelledby="actions">
    <h3 id="actions">Try it</h3>
    <div class="cards">
      <${Check} scope=${scope} features=${choices(features)} currencies=${currencies} run=${run} />
      ${metered.length ? html`<${Report} scope=${scope} features=${choices(metered)} run=${run} />` : null}
      <${Promote} customerId=${customerId} features=${choices(features)} run=${run} />
      ${plans.length ? html`<${Subscribe} scope=${scope} plans=${plans} run=${run} />` : null}
      <${Advance} run=${run} />
      <${Checkouts} customerId=${customerId} run=${run} />
    </div>
    <${Trial} trial=${trial} />
  </section>`;
}
