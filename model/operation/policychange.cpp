// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "policychange.h"

#include <QCoreApplication>

namespace model::operation {

using namespace Qt::StringLiterals;

namespace {

struct NamedBook
{
    QString name;
    PolicyBook book;
};

std::vector<NamedBook> namedBooks()
{
    return {{u"none"_s, noPolicies()}, {u"usual"_s, usualPolicies()}, {u"all"_s, allPolicies()}};
}

// "no policies", "the usual policies", "all policies", "policies of its own".
QString namedAs(const QString &name)
{
    if (name == u"none")
        return QCoreApplication::translate("model::operation::policies", "no policies");
    if (name == u"usual")
        return QCoreApplication::translate("model::operation::policies", "the usual policies");
    return name == u"all" ? QCoreApplication::translate("model::operation::policies", "all policies")
                          : QCoreApplication::translate("model::operation::policies", "policies of its own");
}

template<typename Policies>
QString nameOfPart(const Policies &policies, Policies PolicyBook::*part)
{
    for (const auto &[name, book] : namedBooks()) {
        if (book.*part == policies)
            return name;
    }
    return {};
}

struct Changer
{
    PolicyBook book;

    void operator()(const PolicyBook &change) { book = change; }
    void operator()(const CallChange &change)
    {
        book.callExceptions.remove(change.call);
        if (change.policies != book.calls)
            book.callExceptions.insert(change.call, change.policies);
    }
    void operator()(const UnitChange &change)
    {
        book.unitExceptions.insert(change.capability, change.policies);
    }
};

// Without a system and a packaging: by ids.
struct ChangeSpeaker
{
    const system::System *capabilities = nullptr;
    const packaging::Packaging *units = nullptr;

    QString titleOf(const system::CapabilityId &id) const
    {
        return capabilities != nullptr ? capabilities->titleOf(id) : id.value;
    }
    QString unitOf(const system::CapabilityId &id) const
    {
        const auto *unit = units != nullptr ? units->unitOf(id) : nullptr;
        return unit != nullptr ? unit->title : id.value;
    }

    QString operator()(const PolicyBook &book) const { return namedAs(nameOf(book)); }
    QString operator()(const CallChange &change) const
    {
        return QCoreApplication::translate("model::operation::policies", "%1 for %2 -> %3")
            .arg(namedAs(nameOfPart(change.policies, &PolicyBook::calls)), titleOf(change.call.caller),
                 titleOf(change.call.callee.capability) + u' ' + change.call.callee.operation);
    }
    QString operator()(const UnitChange &change) const
    {
        return QCoreApplication::translate("model::operation::policies", "%1 for %2")
            .arg(namedAs(nameOfPart(change.policies, &PolicyBook::units)), unitOf(change.capability));
    }
};

} // namespace

PolicyBook changed(PolicyBook book, const PolicyChange &change)
{
    Changer changer{std::move(book)};
    std::visit(changer, change);
    return std::move(changer.book);
}

QString words(const PolicyChange &change)
{
    return std::visit(ChangeSpeaker(), change);
}

QString words(const PolicyChange &change, const system::System &system, const packaging::Packaging &packaging)
{
    return std::visit(ChangeSpeaker{&system, &packaging}, change);
}

QStringList policyBookNames()
{
    QStringList names;
    for (const auto &named : namedBooks())
        names.append(named.name);
    return names;
}

std::optional<PolicyBook> policyBookNamed(QStringView name)
{
    for (auto &named : namedBooks()) {
        if (named.name == name)
            return named.book;
    }
    return std::nullopt;
}

QString nameOf(const PolicyBook &book)
{
    for (const auto &named : namedBooks()) {
        if (named.book == book)
            return named.name;
    }
    return {};
}

} // namespace model::operation
