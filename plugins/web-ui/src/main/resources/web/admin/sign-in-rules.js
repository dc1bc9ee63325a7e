/** What is demanded of those who sign in. */
import { all } from '../data/session.js';
import { t } from '../text/index.js';
import { roleName } from './names.js';
import { RulesPage } from './rules-page.js';

class SignInRules extends RulesPage {
  right = 'desk.configure';
  changing = 'role.edit';
  path = '/sign-in-policy';

  besides = () => all('/roles');

  titled = () => t('admin.place.sign-in');

  get words() {
    return t('sign-in-rules.text');
  }

  get schema() {
    return { properties: {
      secondFactorRoles: { type: 'array', title: t('sign-in-rules.second'), description: t('sign-in-rules.second.hint'), items: { oneOf: this.found.more.map(role => ({ const: role.id, title: roleName(role) })) } },
      customersFrom: { type: 'array', title: t('sign-in-rules.from'), description: t('sign-in-rules.from.hint'), items: { type: 'string' } },
    } };
  }
}
customElements.define('sb-sign-in-rules', SignInRules);
