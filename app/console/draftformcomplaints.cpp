// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is wrong with a draft, each at its field.

#include "draftform.h"
#include "field.h"

#include <QCheckBox>
#include <QLabel>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;
using Place = FormField::Place;

std::vector<std::pair<QString, Field *>> DraftForm::places() const
{
    std::vector<std::pair<QString, Field *>> all;
    for (size_t at = 0; at < m_fields.size(); ++at) {
        if (!isRaw() || m_fields[at].place == Place::Path)
            all.emplace_back(m_fields[at].title(), m_editors[at]);
    }
    all.insert(all.end(),
               {{u"query"_s, m_queryField},
                {u"body"_s, m_bodyField},
                {u"headers"_s, m_headersField},
                {u"session"_s, m_sessionField}});
    return all;
}

std::vector<Complaint> DraftForm::complaints() const
{
    std::vector<Complaint> all;
    const auto filled = values();
    for (size_t at = 0; at < m_fields.size() && !isRaw(); ++at) {
        if (m_fields[at].place == Place::Path)
            continue; // readDraft does
        const auto words = complaintOf(m_fields[at], filled[static_cast<qsizetype>(at)]);
        if (!words.isEmpty())
            all.push_back({m_fields[at].title(), words});
    }
    return all;
}

void DraftForm::complain(const std::vector<Complaint> &complaints)
{
    Field *first = nullptr;
    qsizetype place = -1;
    for (const auto &[name, field] : places()) {
        const auto complaint = std::ranges::find(complaints, name, &Complaint::field);
        const bool isWell = complaint == complaints.end();
        field->complain(isWell ? QString() : complaint->words);
        if (isWell || first != nullptr)
            continue;
        first = field;
        place = complaint->place;
    }
    // What is wrong with the form as a whole has no field of its own.
    const auto whole = std::ranges::find_if(complaints, [&](const Complaint &complaint) {
        return !isRaw() && (complaint.field == u"body"_s || complaint.field == u"query"_s);
    });
    m_hint->setProperty("kind", whole != complaints.end() ? u"bad"_s : u"subtle"_s);
    if (whole != complaints.end())
        setHint(whole->words);
    else if (!m_fields.empty() && m_rawSwitch->isEnabled())
        setHint({});
    if (first != nullptr && first->isVisibleTo(this))
        first->visit(place);
}

} // namespace app::console
