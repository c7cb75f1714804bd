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

template<typename Holds>
QString nameOfFirst(Holds holds)
{
    for (const auto &[name, book] : namedBooks()) {
        if (holds(book))
            return name;
    }
    return {};
}

struct Changer
{
    PolicyBook book;
    const system::System &system;
    const packaging::Packaging &packaging;

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
        const auto *unit = packaging.unitOf(change.capability);
        if (!change.calls || unit == nullptr)
            return;
        for (const auto &caller : unit->capabilities)
            changeAll(caller, *change.calls);
    }

private:
    void changeAll(const system::CapabilityId &caller, const CallPolicies &policies)
    {
        const auto *capability = system.capability(caller);
        if (capability == nullptr)
            return;
        for (const auto &endpoint : capability->endpoints) {
            for (const auto &call : endpoint.calls)
                (*this)(CallChange{{caller, call.to}, policies});
        }
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
        const auto name = nameOfFirst([&](const PolicyBook &book) { return book.calls == change.policies; });
        return QCoreApplication::translate("model::operation::policies", "%1 for %2 -> %3")
            .arg(namedAs(name), titleOf(change.call.caller),
                 titleOf(change.call.callee.capability) + u' ' + change.call.callee.operation);
    }
    QString operator()(const UnitChange &change) const
    {
        const auto name = nameOfFirst([&](const PolicyBook &book) {
            return book.units == change.policies && (!change.calls || book.calls == *change.calls);
        });
        const auto sentence = change.calls
            ? QCoreApplication::translate("model::operation::policies", "%1 for %2")
            : QCoreApplication::translate("model::operation::policies", "%1 for the instances of %2");
        return sentence.arg(namedAs(name), unitOf(change.capability));
    }
};

} // namespace

PolicyBook changed(PolicyBook book,
                   const PolicyChange &change,
                   const system::System &system,
                   const packaging::Packaging &packaging)
{
    Changer changer{std::move(book), system, packaging};
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
