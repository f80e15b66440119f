/**
 * `sweep.as` compiled: WebAssembly with instructions for two doubles at once.
 *
 * Kept here so that nothing has to be built before the program runs; a test compiles the source anew and compares. After a
 * change of the source that test prints what belongs here.
 */
export const SWEEP_KERNEL =
  'AGFzbQEAAAABCgFgBn9/f39/fwACDwEDZW52Bm1lbW9yeQIAAAMCAQAHEgIFc3dlZXAAAAZtZW1vcnkCAAr4AQH1AQIEfwV7IAEgBEECdGooAgAhBwNAIAQgBUkEQCAAIARBBnRqIgb9AAQAIQogBv0ABBAhCyAG/QAEICEMIAb9AAQwIQ0gASAEQQJ0aigCBCEJA0AgByAJSQRAIAogACACIAdBAnRqKAIAQQZ0aiII/QAEACADIAdBA3Rq/QoDACIO/fAB/fYBIQogCyAI/QAEECAO/fAB/fYBIQsgDCAI/QAEICAO/fAB/fYBIQwgDSAI/QAEMCAO/fAB/fYBIQ0gB0EBaiEHDAELCyAGIAr9CwQAIAYgC/0LBBAgBiAM/QsEICAGIA39CwQwIARBAWohBAwBCwsL';
