// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "policymenu.h"

#include "actions.h"

#include <app/wording/policies.h>
#include <model/operation/policychange.h>

#include <QActionGroup>
#include <QMenu>

namespace app::shell {

using namespace Qt::StringLiterals;

namespace {

QString longWords(const QString &name)
{
    if (name == u"none")
        return PolicyMenu::tr("&None: calls wait for ever and are never repeated");
    if (name == u"usual")
        return PolicyMenu::tr("&Usual: a timeout, and retries within a budget");
    return PolicyMenu::tr("&All: breaker, bulkhead, fallback, shedding and ejection besides");
}

} // namespace

PolicyMenu::PolicyMenu(QWidget *parent)
    : QToolButton(parent)
{
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(this);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional); // none: of their own
    for (const auto &name : model::operation::policyBookNames()) {
        auto *action = menu->addAction(longWords(name));
        action->setCheckable(true);
        group->addAction(action);
        m_actions.push_back(action);
        connect(action, &QAction::triggered, this,
                [this, name] { Q_EMIT chosen(*model::operation::policyBookNamed(name)); });
    }
    setMenu(menu);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("What protects every call in both shapes, declared. Each call can have its own: select its "
                  "line."));
    showName(u"usual"_s);
}

void PolicyMenu::enterInto(Actions &registry, const QString &group) const
{
    const auto names = model::operation::policyBookNames();
    for (size_t index = 0; index < m_actions.size(); ++index) {
        const QString &name = names[static_cast<qsizetype>(index)];
        registry.enter({u"policies."_s + name, group, tr("Policies: %1").arg(wording::policies(name)),
                        tr("all calls"), m_actions[index]});
    }
}

void PolicyMenu::showName(const QString &name)
{
    setText(tr("Policies: %1 ▾").arg(wording::policies(name)));
    const auto names = model::operation::policyBookNames();
    for (size_t index = 0; index < m_actions.size(); ++index)
        m_actions[index]->setChecked(names[static_cast<qsizetype>(index)] == name);
}

void PolicyMenu::show(const services::platform::Snapshot &snapshot)
{
    if (snapshot.fleets.empty() || menu()->isVisible())
        return;
    QString name = model::operation::nameOf(snapshot.fleets.front().policies);
    for (const auto &fleet : snapshot.fleets) {
        if (model::operation::nameOf(fleet.policies) != name)
            name.clear();
    }
    showName(name);
}

} // namespace app::shell
