// What is sold, as on a pricing page.

import { html } from './preact.js';
import { ask } from './client.js';
import { Failure, grantInWords, number, useAnswer, words } from './parts.js';

const PRICE = `billingPeriod billingModel price { amount currency } minUnitQuantity maxUnitQuantity
  feature { displayName } tiersMode tiers { upTo unitPrice { amount currency } flatPrice { amount currency } }`;

const CONTENTS = `__typename
  ... on PackageFeatureEntitlement {
    featureId behavior isGranted usageLimit hasUnlimitedUsage hasSoftLimit enumValues resetPeriod
    feature { displayName meterType }
  }
  ... on PackageCreditEntitlement { customCurrencyId behavior amount cadence creditsAreSoft: hasSoftLimit customCurrency { displayName } }`;

const CATALOGUE = `query Catalogue {
  paywall(input: { includeHiddenPlans: true }) {
    plans {
      refId displayName description pricingType
      product { refId displayName }
      basePlan { displayName }
      defaultTrialConfig { duration units }
      prices { ${PRICE} }
      packageEntitlements { ${CONTENTS} }
      inheritedPackageEntitlements { ${CONTENTS} }
      compatibleAddons {
        refId displayName maxQuantity dependencies { displayName }
        prices { ${PRICE} }
        packageEntitlements { ${CONTENTS} }
      }
    }
  }
}`;

const PERIODS = { MONTHLY: 'a month', ANNUALLY: 'a year' };

const amount = money => new Intl.NumberFormat('en', { style: 'currency', currency: money.currency }).format(money.amount);

function tier(each) {
  const unit = each.unitPrice ? `${amount(each.unitPrice)} each` : '';
  const flat = each.flatPrice ? amount(each.flatPrice) : '';
  return `${[flat, unit].filter(Boolean).join(' and ')}${each.upTo ? ` up to ${number(each.upTo)}` : ' beyond'}`;
}

function priceInWords(price) {
  const what = price.tiers?.length ? price.tiers.map(tier).join(', ') : price.price ? amount(price.price) : '';
  const per = price.feature ? ` per ${price.feature.displayName}` : '';
  return `${what}${per} ${PERIODS[price.billingPeriod] ?? words(price.billingPeriod)}`;
}

function Prices({ of }) {
  if (of.pricingType === 'FREE') {
    return 'Free';
  }
  if (of.pricingType === 'CUSTOM') {
    return 'As agreed';
  }
  return html`<ul class="prices">${(of.prices ?? []).map((price, index) => html`<li key=${index}>${priceInWords(price)}</li>`)}</ul>`;
}

const idOf = entitlement => entitlement.featureId ?? entitlement.customCurrencyId;
const nameOf = entitlement => (entitlement.feature ?? entitlement.customCurrency).displayName;

function contents(entitlement) {
  if (entitlement.customCurrencyId) {
    return `${number(entitlement.amount ?? 0)} each ${entitlement.cadence === 'YEAR' ? 'year' : 'month'}${entitlement.creditsAreSoft ? ', soft limit' : ''}`;
  }
  const kind = !entitlement.isGranted ? 'REVOKED' : entitlement.hasUnlimitedUsage ? 'UNLIMITED' : 'GRANTED';
  const grant = { ...entitlement, kind, usageLimit: entitlement.usageLimit ?? undefined };
  return grantInWords(grant, ['Fluctuating', 'Incremental'].includes(entitlement.feature.meterType));
}

/** What a plan has of something: its own word, else an inherited one. */
function Cell({ plan, id }) {
  const own = (plan.packageEntitlements ?? []).find(each => idOf(each) === id);
  const inherited = (plan.inheritedPackageEntitlements ?? []).find(each => idOf(each) === id);
  if (own) {
    return html`<td>${contents(own)}</td>`;
  }
  return inherited ? html`<td class="inherited">${contents(inherited)} <small>inherited</small></td>` : html`<td><span class="none">–</span></td>`;
}

function Plans({ plans }) {
  const rows = new Map(plans
    .flatMap(plan => [...(plan.packageEntitlements ?? []), ...(plan.inheritedPackageEntitlements ?? [])])
    .map(entitlement => [idOf(entitlement), nameOf(entitlement)]));
  const trial = plan => (plan.defaultTrialConfig
    ? `${number(plan.defaultTrialConfig.duration)} ${words(plan.defaultTrialConfig.units)}${plan.defaultTrialConfig.duration === 1 ? '' : 's'}` : '–');
  return html`<div class="scroll" tabIndex="0" role="region" aria-label=${`Plans of ${plans[0].product.displayName}`}>
    <table class="plans">
      <thead><tr><td></td>${plans.map(plan => html`<th scope="col" key=${plan.refId}>${plan.displayName}<br /><code>${plan.refId}</code></th>`)}</tr></thead>
      <tbody>
        <tr><th scope="row">Price</th>${plans.map(plan => html`<td key=${plan.refId}><${Prices} of=${plan} /></td>`)}</tr>
        <tr><th scope="row">Trial</th>${plans.map(plan => html`<td key=${plan.refId}>${trial(plan)}</td>`)}</tr>
        <tr><th scope="row">Inherits from</th>${plans.map(plan => html`<td key=${plan.refId}>${plan.basePlan?.displayName ?? '–'}</td>`)}</tr>
        ${[...rows].map(([id, name]) => html`<tr key=${id}>
          <th scope="row">${name}<br /><code>${id}</code></th>
          ${plans.map(plan => html`<${Cell} key=${plan.refId} plan=${plan} id=${id} />`)}
        </tr>`)}
      </tbody>
    </table>
  </div>`;
}

const added = entitlement =>
  `${nameOf(entitlement)}: ${contents(entitlement)}${entitlement.behavior === 'Override' ? ', in place of the plan\u2019s' : ''}`;

function Addons({ plans }) {
  const addons = [...new Map(plans.flatMap(plan => plan.compatibleAddons ?? []).map(addon => [addon.refId, addon])).values()];
  if (!addons.length) {
    return null;
  }
  const goesWith = addon => plans
    .filter(plan => (plan.compatibleAddons ?? []).some(each => each.refId === addon.refId))
    .map(plan => plan.displayName).join(', ');
  return html`<h4>Add-ons</h4>
    <div class="scroll" tabIndex="0" role="region" aria-label=${`Add-ons of ${plans[0].product.displayName}`}>
      <table>
        <thead><tr>${['Add-on', 'Price', 'Gives', 'Goes with', 'Needs', 'At most'].map(head => html`<th scope="col" key=${head}>${head}</th>`)}</tr></thead>
        <tbody>${addons.map(addon => html`<tr key=${addon.refId}>
          <th scope="row">${addon.displayName}<br /><code>${addon.refId}</code></th>
          <td><${Prices} of=${addon} /></td>
          <td>${(addon.packageEntitlements ?? []).map(added).join('; ')}</td>
          <td>${goesWith(addon)}</td>
          <td>${(addon.dependencies ?? []).map(each => each.displayName).join(', ') || '–'}</td>
          <td>${addon.maxQuantity ? number(addon.maxQuantity) : '–'}</td>
        </tr>`)}</tbody>
      </table>
    </div>`;
}

export function Catalogue() {
  const answer = useAnswer(() => ask(CATALOGUE), 'state', []);
  const plans = answer.value?.paywall.plans ?? [];
  const products = [...new Map(plans.map(plan => [plan.product.refId, plan.product])).values()];
  return html`<h2>Catalogue</h2>
    <${Failure} of=${answer.failure} />
    ${products.map(product => {
      const own = plans.filter(plan => plan.product.refId === product.refId);
      return html`<section key=${product.refId} aria-labelledby=${product.refId}>
        <h3 id=${product.refId}>${product.displayName} <code>${product.refId}</code></h3>
        <${Plans} plans=${own} />
        <${Addons} plans=${own} />
      </section>`;
    })}`;
}
