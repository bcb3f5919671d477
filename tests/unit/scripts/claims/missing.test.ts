import { describe, expect, it } from 'vitest';
import { missingOf, WITHOUT } from '@/scripts/check/claims/missing';

describe('claims whose images are not here', () => {
  it('make the check fail, which names them and the file', () => {
    const missing = missingOf(['photographsRight', 'photographsConfidence'], '/data/test.zip', []);
    expect(missing?.fails).toBe(true);
    expect(missing?.sentence).toMatch(
      /^2 claims were not measured: photographsRight, photographsConfidence\./,
    );
    expect(missing?.sentence).toContain('there is no /data/test.zip');
    expect(missing?.sentence).toContain(WITHOUT);
  });

  it('are named, but make nothing fail where they are left out on purpose', () => {
    const missing = missingOf(['photographsRight'], '/data/test.zip', ['node', 'claims.ts', WITHOUT]);
    expect(missing?.fails).toBe(false);
    expect(missing?.sentence).toMatch(/^One claim was not measured: photographsRight\./);
  });

  it('are none where all was measured', () => {
    expect(missingOf([], '/data/test.zip', [])).toBeNull();
  });
});
