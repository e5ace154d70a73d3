package io.stigg.sdk.reliability;

import io.stigg.sdk.entitlement.AnswerBasis;

/** What a client answered, and on what ground. */
record Answer(Verdict verdict, AnswerBasis basis) {}
