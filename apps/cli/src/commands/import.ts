import type { Command } from 'commander';
import { addDetailImports } from '../imports/add-detail-imports.js';
import { addEmploymentImport } from '../imports/add-employment-import.js';
import { addPlaceImports } from '../imports/add-place-imports.js';
import { addRegisterImports } from '../imports/add-register-imports.js';

export function addImport(program: Command): void {
  const command = program
    .command('import')
    .description('Load data from files, plain, .gz or .zip. Running an import again is safe.');
  addRegisterImports(command);
  addPlaceImports(command);
  addDetailImports(command);
  addEmploymentImport(command);
}
