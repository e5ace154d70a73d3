package io.stigg.sdk.error;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The codes of Stigg's errors. Immutable.
 *
 * <p>Source: the API's {@code ErrorCode}, as of August 2026. A code that is newer reads as {@link #UNKNOWN}, and
 * {@link StiggApiException#rawCode()} still tells it.
 */
public enum ErrorCode {
    /** {@code AccessDeniedError}. */
    ACCESS_DENIED_ERROR("AccessDeniedError"),
    /** {@code AccountNotFoundError}. */
    ACCOUNT_NOT_FOUND_ERROR("AccountNotFoundError"),
    /** {@code AddonDependencyMissingError}. */
    ADDON_DEPENDENCY_MISSING_ERROR("AddonDependencyMissingError"),
    /** {@code AddonHasToHavePriceError}. */
    ADDON_HAS_TO_HAVE_PRICE_ERROR("AddonHasToHavePriceError"),
    /** {@code AddonIsCompatibleWithGroup}. */
    ADDON_IS_COMPATIBLE_WITH_GROUP("AddonIsCompatibleWithGroup"),
    /** {@code AddonIsCompatibleWithPlan}. */
    ADDON_IS_COMPATIBLE_WITH_PLAN("AddonIsCompatibleWithPlan"),
    /** {@code AddonNotFound}. */
    ADDON_NOT_FOUND("AddonNotFound"),
    /** {@code AddonQuantityExceedsLimitError}. */
    ADDON_QUANTITY_EXCEEDS_LIMIT_ERROR("AddonQuantityExceedsLimitError"),
    /** {@code AddonWithDraftCannotBeDeletedError}. */
    ADDON_WITH_DRAFT_CANNOT_BE_DELETED_ERROR("AddonWithDraftCannotBeDeletedError"),
    /** {@code AddonsNotFound}. */
    ADDONS_NOT_FOUND("AddonsNotFound"),
    /** {@code AmountTooLarge}. */
    AMOUNT_TOO_LARGE("AmountTooLarge"),
    /** {@code ApiKeyExpired}. */
    API_KEY_EXPIRED("ApiKeyExpired"),
    /** {@code ApiKeyHasExpiry}. */
    API_KEY_HAS_EXPIRY("ApiKeyHasExpiry"),
    /** {@code ApiKeyNotFound}. */
    API_KEY_NOT_FOUND("ApiKeyNotFound"),
    /** {@code ArchivedCouponCantBeApplied}. */
    ARCHIVED_COUPON_CANT_BE_APPLIED("ArchivedCouponCantBeApplied"),
    /** {@code AuthCustomerMismatch}. */
    AUTH_CUSTOMER_MISMATCH("AuthCustomerMismatch"),
    /** {@code AuthCustomerReadonly}. */
    AUTH_CUSTOMER_READONLY("AuthCustomerReadonly"),
    /** {@code AuthorizationServiceError}. */
    AUTHORIZATION_SERVICE_ERROR("AuthorizationServiceError"),
    /** {@code AwsMarketplaceIntegrationError}. */
    AWS_MARKETPLACE_INTEGRATION_ERROR("AwsMarketplaceIntegrationError"),
    /** {@code AwsMarketplaceIntegrationValidationError}. */
    AWS_MARKETPLACE_INTEGRATION_VALIDATION_ERROR("AwsMarketplaceIntegrationValidationError"),
    /** {@code BadUserInput}. */
    BAD_USER_INPUT("BadUserInput"),
    /** {@code BillingIntegrationAlreadyExistsError}. */
    BILLING_INTEGRATION_ALREADY_EXISTS_ERROR("BillingIntegrationAlreadyExistsError"),
    /** {@code BillingIntegrationMissing}. */
    BILLING_INTEGRATION_MISSING("BillingIntegrationMissing"),
    /** {@code BillingInvoiceStatusError}. */
    BILLING_INVOICE_STATUS_ERROR("BillingInvoiceStatusError"),
    /** {@code BillingPeriodMissingError}. */
    BILLING_PERIOD_MISSING_ERROR("BillingPeriodMissingError"),
    /** {@code CanNotUpdateEntitlementsFeatureGroup}. */
    CANNOT_UPDATE_ENTITLEMENTS_FEATURE_GROUP("CanNotUpdateEntitlementsFeatureGroup"),
    /** {@code CannotAddOverrideEntitlementToPlan}. */
    CANNOT_ADD_OVERRIDE_ENTITLEMENT_TO_PLAN("CannotAddOverrideEntitlementToPlan"),
    /** {@code CannotArchiveFeatureError}. */
    CANNOT_ARCHIVE_FEATURE_ERROR("CannotArchiveFeatureError"),
    /** {@code CannotArchiveFeatureGroupError}. */
    CANNOT_ARCHIVE_FEATURE_GROUP_ERROR("CannotArchiveFeatureGroupError"),
    /** {@code CannotArchiveProductError}. */
    CANNOT_ARCHIVE_PRODUCT_ERROR("CannotArchiveProductError"),
    /** {@code CannotChangeBillingIntegration}. */
    CANNOT_CHANGE_BILLING_INTEGRATION("CannotChangeBillingIntegration"),
    /** {@code CannotDeleteCustomerError}. */
    CANNOT_DELETE_CUSTOMER_ERROR("CannotDeleteCustomerError"),
    /** {@code CannotDeleteDefaultIntegration}. */
    CANNOT_DELETE_DEFAULT_INTEGRATION("CannotDeleteDefaultIntegration"),
    /** {@code CannotDeleteFeatureError}. */
    CANNOT_DELETE_FEATURE_ERROR("CannotDeleteFeatureError"),
    /** {@code CannotEditPackageInNonDraftMode}. */
    CANNOT_EDIT_PACKAGE_IN_NON_DRAFT_MODE("CannotEditPackageInNonDraftMode"),
    /** {@code CannotRemovePaymentMethodFromCustomerError}. */
    CANNOT_REMOVE_PAYMENT_METHOD_FROM_CUSTOMER_ERROR("CannotRemovePaymentMethodFromCustomerError"),
    /** {@code CannotReportUsageForEntitlementWithMeterError}. */
    CANNOT_REPORT_USAGE_FOR_ENTITLEMENT_WITH_METER_ERROR("CannotReportUsageForEntitlementWithMeterError"),
    /** {@code CannotUnarchiveProductError}. */
    CANNOT_UNARCHIVE_PRODUCT_ERROR("CannotUnarchiveProductError"),
    /** {@code CannotUpdateExpireAtForExpiredCreditGrantError}. */
    CANNOT_UPDATE_EXPIRE_AT_FOR_EXPIRED_CREDIT_GRANT_ERROR("CannotUpdateExpireAtForExpiredCreditGrantError"),
    /** {@code CannotUpdateUnitTransformationError}. */
    CANNOT_UPDATE_UNIT_TRANSFORMATION_ERROR("CannotUpdateUnitTransformationError"),
    /** {@code CannotUpsertToPackageThatHasDraft}. */
    CANNOT_UPSERT_TO_PACKAGE_THAT_HAS_DRAFT("CannotUpsertToPackageThatHasDraft"),
    /** {@code ChangingPayingCustomerIsNotSupportedError}. */
    CHANGING_PAYING_CUSTOMER_IS_NOT_SUPPORTED_ERROR("ChangingPayingCustomerIsNotSupportedError"),
    /** {@code CheckoutIsNotSupported}. */
    CHECKOUT_IS_NOT_SUPPORTED("CheckoutIsNotSupported"),
    /** {@code CouponNotFound}. */
    COUPON_NOT_FOUND("CouponNotFound"),
    /** {@code CreditGrantAlreadyVoided}. */
    CREDIT_GRANT_ALREADY_VOIDED("CreditGrantAlreadyVoided"),
    /** {@code CreditGrantCannotBeVoided}. */
    CREDIT_GRANT_CANNOT_BE_VOIDED("CreditGrantCannotBeVoided"),
    /** {@code CreditGrantNotFound}. */
    CREDIT_GRANT_NOT_FOUND("CreditGrantNotFound"),
    /** {@code CustomCurrencyNotFound}. */
    CUSTOM_CURRENCY_NOT_FOUND("CustomCurrencyNotFound"),
    /** {@code CustomerAlreadyHaveCustomerCoupon}. */
    CUSTOMER_ALREADY_HAVE_CUSTOMER_COUPON("CustomerAlreadyHaveCustomerCoupon"),
    /** {@code CustomerAlreadyUsesCoupon}. */
    CUSTOMER_ALREADY_USES_COUPON("CustomerAlreadyUsesCoupon"),
    /** {@code CustomerHasNoEmailAddress}. */
    CUSTOMER_HAS_NO_EMAIL_ADDRESS("CustomerHasNoEmailAddress"),
    /** {@code CustomerNoBillingId}. */
    CUSTOMER_NO_BILLING_ID("CustomerNoBillingId"),
    /** {@code CustomerNotFound}. */
    CUSTOMER_NOT_FOUND("CustomerNotFound"),
    /** {@code CustomerResourceNotFound}. */
    CUSTOMER_RESOURCE_NOT_FOUND("CustomerResourceNotFound"),
    /** {@code DataExportIntegrationError}. */
    DATA_EXPORT_INTEGRATION_ERROR("DataExportIntegrationError"),
    /** {@code DeprecatedEstimateSubscriptionError}. */
    DEPRECATED_ESTIMATE_SUBSCRIPTION_ERROR("DeprecatedEstimateSubscriptionError"),
    /** {@code DowngradeBillingPeriodNotSupportedError}. */
    DOWNGRADE_BILLING_PERIOD_NOT_SUPPORTED_ERROR("DowngradeBillingPeriodNotSupportedError"),
    /** {@code DraftAddonCantBeArchived}. */
    DRAFT_ADDON_CANT_BE_ARCHIVED("DraftAddonCantBeArchived"),
    /** {@code DraftAlreadyExists}. */
    DRAFT_ALREADY_EXISTS("DraftAlreadyExists"),
    /** {@code DraftPlanCantBeArchived}. */
    DRAFT_PLAN_CANT_BE_ARCHIVED("DraftPlanCantBeArchived"),
    /** {@code DuplicateAddonProvisionedError}. */
    DUPLICATE_ADDON_PROVISIONED_ERROR("DuplicateAddonProvisionedError"),
    /** {@code DuplicateIntegrationNotAllowed}. */
    DUPLICATE_INTEGRATION_NOT_ALLOWED("DuplicateIntegrationNotAllowed"),
    /** {@code DuplicateProductValidationError}. */
    DUPLICATE_PRODUCT_VALIDATION_ERROR("DuplicateProductValidationError"),
    /** {@code DuplicatedEntityNotAllowed}. */
    DUPLICATED_ENTITY_NOT_ALLOWED("DuplicatedEntityNotAllowed"),
    /** {@code EditAllowedOnDraftPackageOnlyError}. */
    EDIT_ALLOWED_ON_DRAFT_PACKAGE_ONLY_ERROR("EditAllowedOnDraftPackageOnlyError"),
    /** {@code EntitlementBelongsToFeatureGroupError}. */
    ENTITLEMENT_BELONGS_TO_FEATURE_GROUP_ERROR("EntitlementBelongsToFeatureGroupError"),
    /** {@code EntitlementLimitExceededError}. */
    ENTITLEMENT_LIMIT_EXCEEDED_ERROR("EntitlementLimitExceededError"),
    /** {@code EntitlementUsageOutOfRangeError}. */
    ENTITLEMENT_USAGE_OUT_OF_RANGE_ERROR("EntitlementUsageOutOfRangeError"),
    /** {@code EntitlementsMustBelongToSamePackage}. */
    ENTITLEMENTS_MUST_BELONG_TO_SAME_PACKAGE("EntitlementsMustBelongToSamePackage"),
    /** {@code EntityIdDifferentFromRefIdError}. */
    ENTITY_ID_DIFFERENT_FROM_REF_ID_ERROR("EntityIdDifferentFromRefIdError"),
    /** {@code EntityIsArchivedError}. */
    ENTITY_IS_ARCHIVED_ERROR("EntityIsArchivedError"),
    /** {@code EnvironmentMissing}. */
    ENVIRONMENT_MISSING("EnvironmentMissing"),
    /** {@code ExperimentAlreadyRunning}. */
    EXPERIMENT_ALREADY_RUNNING("ExperimentAlreadyRunning"),
    /** {@code ExperimentNotFoundError}. */
    EXPERIMENT_NOT_FOUND_ERROR("ExperimentNotFoundError"),
    /** {@code ExperimentStatusError}. */
    EXPERIMENT_STATUS_ERROR("ExperimentStatusError"),
    /** {@code ExpireAtMustBeLaterThanEffectiveAtError}. */
    EXPIRE_AT_MUST_BE_LATER_THAN_EFFECTIVE_AT_ERROR("ExpireAtMustBeLaterThanEffectiveAtError"),
    /** {@code FailedToCreateCheckoutSessionError}. */
    FAILED_TO_CREATE_CHECKOUT_SESSION_ERROR("FailedToCreateCheckoutSessionError"),
    /** {@code FailedToImportCustomer}. */
    FAILED_TO_IMPORT_CUSTOMER("FailedToImportCustomer"),
    /** {@code FailedToImportSubscriptions}. */
    FAILED_TO_IMPORT_SUBSCRIPTIONS("FailedToImportSubscriptions"),
    /** {@code FailedToResolveBillingIntegration}. */
    FAILED_TO_RESOLVE_BILLING_INTEGRATION("FailedToResolveBillingIntegration"),
    /** {@code FeatureConfigurationExceededLimitError}. */
    FEATURE_CONFIGURATION_EXCEEDED_LIMIT_ERROR("FeatureConfigurationExceededLimitError"),
    /** {@code FeatureGroupMissingFeaturesError}. */
    FEATURE_GROUP_MISSING_FEATURES_ERROR("FeatureGroupMissingFeaturesError"),
    /** {@code FeatureGroupNotFoundError}. */
    FEATURE_GROUP_NOT_FOUND_ERROR("FeatureGroupNotFoundError"),
    /** {@code FeatureNotBelongToFeatureGroupError}. */
    FEATURE_NOT_BELONG_TO_FEATURE_GROUP_ERROR("FeatureNotBelongToFeatureGroupError"),
    /** {@code FeatureNotFound}. */
    FEATURE_NOT_FOUND("FeatureNotFound"),
    /** {@code FetchAllCountriesPricesNotAllowed}. */
    FETCH_ALL_COUNTRIES_PRICES_NOT_ALLOWED("FetchAllCountriesPricesNotAllowed"),
    /** {@code FreePlanCantHaveCompatiblePackageGroupError}. */
    FREE_PLAN_CANT_HAVE_COMPATIBLE_PACKAGE_GROUP_ERROR("FreePlanCantHaveCompatiblePackageGroupError"),
    /** {@code FutureUpdateNotFound}. */
    FUTURE_UPDATE_NOT_FOUND("FutureUpdateNotFound"),
    /** {@code GovernanceNotEnabled}. */
    GOVERNANCE_NOT_ENABLED("GovernanceNotEnabled"),
    /** {@code GraphQLAliasesLimitExceeded}. */
    GRAPHQL_ALIASES_LIMIT_EXCEEDED("GraphQLAliasesLimitExceeded"),
    /** {@code GraphQLBatchedOperationsLimitExceeded}. */
    GRAPHQL_BATCHED_OPERATIONS_LIMIT_EXCEEDED("GraphQLBatchedOperationsLimitExceeded"),
    /** {@code GraphQLUnsupportedDirective}. */
    GRAPHQL_UNSUPPORTED_DIRECTIVE("GraphQLUnsupportedDirective"),
    /** {@code HubspotIntegrationError}. */
    HUBSPOT_INTEGRATION_ERROR("HubspotIntegrationError"),
    /** {@code IdentityForbidden}. */
    IDENTITY_FORBIDDEN("IdentityForbidden"),
    /** {@code ImportAlreadyInProgress}. */
    IMPORT_ALREADY_IN_PROGRESS("ImportAlreadyInProgress"),
    /** {@code ImportSubscriptionsBulkError}. */
    IMPORT_SUBSCRIPTIONS_BULK_ERROR("ImportSubscriptionsBulkError"),
    /** {@code IncompatibleSubscriptionAddon}. */
    INCOMPATIBLE_SUBSCRIPTION_ADDON("IncompatibleSubscriptionAddon"),
    /** {@code InitStripePaymentMethodError}. */
    INIT_STRIPE_PAYMENT_METHOD_ERROR("InitStripePaymentMethodError"),
    /** {@code IntegrationNotFound}. */
    INTEGRATION_NOT_FOUND("IntegrationNotFound"),
    /** {@code IntegrationValidationError}. */
    INTEGRATION_VALIDATION_ERROR("IntegrationValidationError"),
    /** {@code IntegrityViolation}. */
    INTEGRITY_VIOLATION("IntegrityViolation"),
    /** {@code InvalidAddressError}. */
    INVALID_ADDRESS_ERROR("InvalidAddressError"),
    /** {@code InvalidArgumentError}. */
    INVALID_ARGUMENT_ERROR("InvalidArgumentError"),
    /** {@code InvalidCancellationDate}. */
    INVALID_CANCELLATION_DATE("InvalidCancellationDate"),
    /** {@code InvalidDoggoSignatureError}. */
    INVALID_DOGGO_SIGNATURE_ERROR("InvalidDoggoSignatureError"),
    /** {@code InvalidEntitlementResetPeriod}. */
    INVALID_ENTITLEMENT_RESET_PERIOD("InvalidEntitlementResetPeriod"),
    /** {@code InvalidMemberDelete}. */
    INVALID_MEMBER_DELETE("InvalidMemberDelete"),
    /** {@code InvalidMetadataError}. */
    INVALID_METADATA_ERROR("InvalidMetadataError"),
    /** {@code InvalidQuantity}. */
    INVALID_QUANTITY("InvalidQuantity"),
    /** {@code InvalidReceivedSignatureError}. */
    INVALID_RECEIVED_SIGNATURE_ERROR("InvalidReceivedSignatureError"),
    /** {@code InvalidSubscriptionStatus}. */
    INVALID_SUBSCRIPTION_STATUS("InvalidSubscriptionStatus"),
    /** {@code InvalidTaxId}. */
    INVALID_TAX_ID("InvalidTaxId"),
    /** {@code InvalidUpdatePriceUnitAmountError}. */
    INVALID_UPDATE_PRICE_UNIT_AMOUNT_ERROR("InvalidUpdatePriceUnitAmountError"),
    /** {@code InvoicePreviewNotAvailableForDraftContract}. */
    INVOICE_PREVIEW_NOT_AVAILABLE_FOR_DRAFT_CONTRACT("InvoicePreviewNotAvailableForDraftContract"),
    /** {@code MemberInvitationError}. */
    MEMBER_INVITATION_ERROR("MemberInvitationError"),
    /** {@code MemberNotFound}. */
    MEMBER_NOT_FOUND("MemberNotFound"),
    /** {@code MergeEnvironmentValidationError}. */
    MERGE_ENVIRONMENT_VALIDATION_ERROR("MergeEnvironmentValidationError"),
    /** {@code MeterMustBeAssociatedToMeteredFeature}. */
    METER_MUST_BE_ASSOCIATED_TO_METERED_FEATURE("MeterMustBeAssociatedToMeteredFeature"),
    /** {@code MeteringNotAvailableForFeatureType}. */
    METERING_NOT_AVAILABLE_FOR_FEATURE_TYPE("MeteringNotAvailableForFeatureType"),
    /** {@code MissingBillingInvoiceError}. */
    MISSING_BILLING_INVOICE_ERROR("MissingBillingInvoiceError"),
    /** {@code MissingEntityIdError}. */
    MISSING_ENTITY_ID_ERROR("MissingEntityIdError"),
    /** {@code MultiSubscriptionCantBeAutoCancellationSourceError}. */
    MULTI_SUBSCRIPTION_CANT_BE_AUTO_CANCELLATION_SOURCE_ERROR("MultiSubscriptionCantBeAutoCancellationSourceError"),
    /** {@code NoActiveSubscriptionForCustomer}. */
    NO_ACTIVE_SUBSCRIPTION_FOR_CUSTOMER("NoActiveSubscriptionForCustomer"),
    /** {@code NoDraftOfferFound}. */
    NO_DRAFT_OFFER_FOUND("NoDraftOfferFound"),
    /** {@code NoFeatureEntitlementError}. */
    NO_FEATURE_ENTITLEMENT_ERROR("NoFeatureEntitlementError"),
    /** {@code NoFeatureEntitlementInSubscription}. */
    NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION("NoFeatureEntitlementInSubscription"),
    /** {@code NoProductsAvailable}. */
    NO_PRODUCTS_AVAILABLE("NoProductsAvailable"),
    /** {@code ObjectAlreadyBeingUsedByAnotherRequestError}. */
    OBJECT_ALREADY_BEING_USED_BY_ANOTHER_REQUEST_ERROR("ObjectAlreadyBeingUsedByAnotherRequestError"),
    /** {@code OfferAlreadyExists}. */
    OFFER_ALREADY_EXISTS("OfferAlreadyExists"),
    /** {@code OfferNotFound}. */
    OFFER_NOT_FOUND("OfferNotFound"),
    /** {@code OperationNotAllowedDuringInProgressExperiment}. */
    OPERATION_NOT_ALLOWED_DURING_IN_PROGRESS_EXPERIMENT("OperationNotAllowedDuringInProgressExperiment"),
    /** {@code OperationTimeout}. */
    OPERATION_TIMEOUT("OperationTimeout"),
    /** {@code PackageAlreadyPublished}. */
    PACKAGE_ALREADY_PUBLISHED("PackageAlreadyPublished"),
    /** {@code PackageGroupMinItemsError}. */
    PACKAGE_GROUP_MIN_ITEMS_ERROR("PackageGroupMinItemsError"),
    /** {@code PackageGroupNotFound}. */
    PACKAGE_GROUP_NOT_FOUND("PackageGroupNotFound"),
    /** {@code PackagePricingTypeNotSet}. */
    PACKAGE_PRICING_TYPE_NOT_SET("PackagePricingTypeNotSet"),
    /** {@code PaymentMethodNotFoundError}. */
    PAYMENT_METHOD_NOT_FOUND_ERROR("PaymentMethodNotFoundError"),
    /** {@code PlanCannotBePublishWhenBasePlanIsDraft}. */
    PLAN_CANNOT_BE_PUBLISH_WHEN_BASE_PLAN_IS_DRAFT("PlanCannotBePublishWhenBasePlanIsDraft"),
    /** {@code PlanCannotBePublishWhenCompatibleAddonIsDraft}. */
    PLAN_CANNOT_BE_PUBLISH_WHEN_COMPATIBLE_ADDON_IS_DRAFT("PlanCannotBePublishWhenCompatibleAddonIsDraft"),
    /** {@code PlanIsUsedAsDefaultStartPlan}. */
    PLAN_IS_USED_AS_DEFAULT_START_PLAN("PlanIsUsedAsDefaultStartPlan"),
    /** {@code PlanIsUsedAsDowngradePlan}. */
    PLAN_IS_USED_AS_DOWNGRADE_PLAN("PlanIsUsedAsDowngradePlan"),
    /** {@code PlanNotFound}. */
    PLAN_NOT_FOUND("PlanNotFound"),
    /** {@code PlanWithChildCantBeDeleted}. */
    PLAN_WITH_CHILD_CANT_BE_DELETED("PlanWithChildCantBeDeleted"),
    /** {@code PlansCircularDependencyError}. */
    PLANS_CIRCULAR_DEPENDENCY_ERROR("PlansCircularDependencyError"),
    /** {@code PreparePaymentMethodFormError}. */
    PREPARE_PAYMENT_METHOD_FORM_ERROR("PreparePaymentMethodFormError"),
    /** {@code PriceNotFound}. */
    PRICE_NOT_FOUND("PriceNotFound"),
    /** {@code PricingModelNotSupportedByBillingIntegration}. */
    PRICING_MODEL_NOT_SUPPORTED_BY_BILLING_INTEGRATION("PricingModelNotSupportedByBillingIntegration"),
    /** {@code ProductNotFoundError}. */
    PRODUCT_NOT_FOUND_ERROR("ProductNotFoundError"),
    /** {@code ProductNotPublishedError}. */
    PRODUCT_NOT_PUBLISHED_ERROR("ProductNotPublishedError"),
    /** {@code PromotionCodeCustomerNotFirstPurchase}. */
    PROMOTION_CODE_CUSTOMER_NOT_FIRST_PURCHASE("PromotionCodeCustomerNotFirstPurchase"),
    /** {@code PromotionCodeMaxRedemptionsReached}. */
    PROMOTION_CODE_MAX_REDEMPTIONS_REACHED("PromotionCodeMaxRedemptionsReached"),
    /** {@code PromotionCodeMinimumAmountNotReached}. */
    PROMOTION_CODE_MINIMUM_AMOUNT_NOT_REACHED("PromotionCodeMinimumAmountNotReached"),
    /** {@code PromotionCodeNotActive}. */
    PROMOTION_CODE_NOT_ACTIVE("PromotionCodeNotActive"),
    /** {@code PromotionCodeNotForCustomer}. */
    PROMOTION_CODE_NOT_FOR_CUSTOMER("PromotionCodeNotForCustomer"),
    /** {@code PromotionCodeNotFound}. */
    PROMOTION_CODE_NOT_FOUND("PromotionCodeNotFound"),
    /** {@code PromotionalEntitlementNotFoundError}. */
    PROMOTIONAL_ENTITLEMENT_NOT_FOUND_ERROR("PromotionalEntitlementNotFoundError"),
    /** {@code RateLimitExceeded}. */
    RATE_LIMIT_EXCEEDED("RateLimitExceeded"),
    /** {@code RecalculateEntitlementsError}. */
    RECALCULATE_ENTITLEMENTS_ERROR("RecalculateEntitlementsError"),
    /** {@code RequiredSsoAuthenticationError}. */
    REQUIRED_SSO_AUTHENTICATION_ERROR("RequiredSsoAuthenticationError"),
    /** {@code ResyncAlreadyInProgress}. */
    RESYNC_ALREADY_IN_PROGRESS("ResyncAlreadyInProgress"),
    /** {@code ScheduledMigrationAlreadyExistsError}. */
    SCHEDULED_MIGRATION_ALREADY_EXISTS_ERROR("ScheduledMigrationAlreadyExistsError"),
    /** {@code SchedulingAtEndOfBillingPeriod}. */
    SCHEDULING_AT_END_OF_BILLING_PERIOD("SchedulingAtEndOfBillingPeriod"),
    /** {@code SelectedBillingModelDoesntMatchImportedItemError}. */
    SELECTED_BILLING_MODEL_DOESNT_MATCH_IMPORTED_ITEM_ERROR("SelectedBillingModelDoesntMatchImportedItemError"),
    /** {@code SingleSubscriptionCantBeAutoCancellationTargetError}. */
    SINGLE_SUBSCRIPTION_CANT_BE_AUTO_CANCELLATION_TARGET_ERROR("SingleSubscriptionCantBeAutoCancellationTargetError"),
    /** {@code StripeCustomerIsDeleted}. */
    STRIPE_CUSTOMER_IS_DELETED("StripeCustomerIsDeleted"),
    /** {@code StripeError}. */
    STRIPE_ERROR("StripeError"),
    /** {@code SubscriptionAlreadyCanceledOrExpired}. */
    SUBSCRIPTION_ALREADY_CANCELED_OR_EXPIRED("SubscriptionAlreadyCanceledOrExpired"),
    /** {@code SubscriptionAlreadyOnLatestPlanError}. */
    SUBSCRIPTION_ALREADY_ON_LATEST_PLAN_ERROR("SubscriptionAlreadyOnLatestPlanError"),
    /** {@code SubscriptionDoesNotHaveBillingPeriod}. */
    SUBSCRIPTION_DOES_NOT_HAVE_BILLING_PERIOD("SubscriptionDoesNotHaveBillingPeriod"),
    /** {@code SubscriptionMustHaveSinglePlanError}. */
    SUBSCRIPTION_MUST_HAVE_SINGLE_PLAN_ERROR("SubscriptionMustHaveSinglePlanError"),
    /** {@code SubscriptionNoBillingId}. */
    SUBSCRIPTION_NO_BILLING_ID("SubscriptionNoBillingId"),
    /** {@code SubscriptionNotFound}. */
    SUBSCRIPTION_NOT_FOUND("SubscriptionNotFound"),
    /** {@code TooManyCustomCurrencies}. */
    TOO_MANY_CUSTOM_CURRENCIES("TooManyCustomCurrencies"),
    /** {@code TooManySubscriptionsPerCustomer}. */
    TOO_MANY_SUBSCRIPTIONS_PER_CUSTOMER("TooManySubscriptionsPerCustomer"),
    /** {@code TrialMustBeCancelledImmediately}. */
    TRIAL_MUST_BE_CANCELLED_IMMEDIATELY("TrialMustBeCancelledImmediately"),
    /** {@code UnPublishedPackage}. */
    UNPUBLISHED_PACKAGE("UnPublishedPackage"),
    /** {@code Unauthenticated}. */
    UNAUTHENTICATED("Unauthenticated"),
    /** {@code UnexpectedError}. */
    UNEXPECTED_ERROR("UnexpectedError"),
    /** {@code UnsupportedFeatureType}. */
    UNSUPPORTED_FEATURE_TYPE("UnsupportedFeatureType"),
    /** {@code UnsupportedParameter}. */
    UNSUPPORTED_PARAMETER("UnsupportedParameter"),
    /** {@code UnsupportedSubscriptionScheduleType}. */
    UNSUPPORTED_SUBSCRIPTION_SCHEDULE_TYPE("UnsupportedSubscriptionScheduleType"),
    /** {@code UnsupportedVendorIdentifier}. */
    UNSUPPORTED_VENDOR_IDENTIFIER("UnsupportedVendorIdentifier"),
    /** {@code UsageMeasurementDiffOutOfRangeError}. */
    USAGE_MEASUREMENT_DIFF_OUT_OF_RANGE_ERROR("UsageMeasurementDiffOutOfRangeError"),
    /** {@code VendorIsNotSupported}. */
    VENDOR_IS_NOT_SUPPORTED("VendorIsNotSupported"),
    /** {@code VersionExceedsMaxValueError}. */
    VERSION_EXCEEDS_MAX_VALUE_ERROR("VersionExceedsMaxValueError"),
    /** {@code WorkflowTriggerNotFound}. */
    WORKFLOW_TRIGGER_NOT_FOUND("WorkflowTriggerNotFound"),
    /** No code, or one that this SDK does not know. */
    UNKNOWN("");

    // Stigg's documentation also spells codes in upper snake case, with and without "Error"; both are understood.
    private static final Map<String, ErrorCode> BY_LETTERS =
            Arrays.stream(values()).collect(Collectors.toMap(code -> letters(code.wireName), Function.identity()));

    private final String wireName;

    ErrorCode(String wireName) {
        this.wireName = wireName;
    }

    /**
     * Returns how the API spells this code.
     *
     * @return the API's spelling
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Finds a code by its spelling, in the API's or in the documentation's way.
     *
     * @param text the spelling
     * @return the code, or {@link #UNKNOWN}
     */
    public static ErrorCode ofWire(String text) {
        return BY_LETTERS.getOrDefault(letters(text), UNKNOWN);
    }

    private static String letters(String text) {
        String letters = text.replace("_", "").toLowerCase(java.util.Locale.ROOT);
        return letters.endsWith("error") ? letters.substring(0, letters.length() - "error".length()) : letters;
    }
}
