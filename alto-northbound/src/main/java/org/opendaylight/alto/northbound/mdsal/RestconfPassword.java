/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import java.util.Optional;
import org.opendaylight.aaa.api.AuthenticationException;
import org.opendaylight.aaa.api.PasswordCredentialAuth;
import org.opendaylight.aaa.api.PasswordCredentials;
import org.opendaylight.alto.core.service.DefaultPassword;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The password that the controller's AAA comes with. Only there where AAA is. */
@Component
public final class RestconfPassword implements DefaultPassword {
    private static final Logger LOG = LoggerFactory.getLogger(RestconfPassword.class);

    private final PasswordCredentialAuth users;

    /** What everybody knows. */
    private record Known() implements PasswordCredentials {
        @Override
        public String username() {
            return "admin";
        }

        @Override
        public String password() {
            return "admin";
        }

        @Override
        public String domain() {
            return "sdn";
        }
    }

    /**
     * Makes the check.
     *
     * @param users knows the users of RESTCONF
     */
    @Activate
    public RestconfPassword(@Reference final PasswordCredentialAuth users) {
        this.users = users;
    }

    @Override
    public Optional<String> warning() {
        try {
            users.authenticate(new Known());
        } catch (AuthenticationException e) {
            LOG.debug("The default password of AAA does not work", e);
            return Optional.empty();
        }
        return Optional.of("User admin of RESTCONF still has the password admin. To change it:"
            + " curl -u admin:admin -X PUT -H 'Content-Type: application/json'"
            + " http://127.0.0.1:8181/auth/v1/users/admin@sdn"
            + " -d '{\"name\":\"admin\",\"domainid\":\"sdn\",\"enabled\":1,\"password\":\"NEW-PASSWORD\"}'");
    }
}
