// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "policies.h"

#include <model/operation/policychange.h>

#include <QCoreApplication>

namespace app::wording {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::wording", text);
}

} // namespace

QString policies(const QString &name)
{
    if (name == u"none")
        return tr("None");
    if (name == u"usual")
        return tr("Usual");
    return name == u"all" ? tr("All") : tr("Of their own");
}

QString policies(const model::operation::PolicyBook &book)
{
    return policies(model::operation::nameOf(book));
}

} // namespace app::wording
