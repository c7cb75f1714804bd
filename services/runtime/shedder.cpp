// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shedder.h"

namespace services::runtime {

using namespace Qt::StringLiterals;
using model::telemetry::DecisionKind;

Shedder::Shedder(std::vector<model::system::CapabilityId> unit,
                 std::shared_ptr<const resilience::PolicyBoard> board,
                 telemetry::Recorder &recorder)
    : m_unit(std::move(unit))
    , m_board(std::move(board))
    , m_recorder(recorder)
    , m_shedding([this](bool began, int refused) { tell(began, refused); })
{
}

bool Shedder::admits(int inFlight, int limit)
{
    if (m_version != m_board->version()) {
        const auto edition = m_board->current();
        m_version = edition->version;
        m_shedding.change(edition->book.of(m_unit).shedding);
    }
    return m_shedding.admits(inFlight, limit, m_recorder.now());
}

void Shedder::tell(bool began, int refused)
{
    if (began)
        m_recorder.decide(DecisionKind::SheddingBegan, {}, u"sheds load"_s);
    else
        m_recorder.decide(DecisionKind::SheddingEnded, {},
                          u"sheds no load any more: %1 requests were turned away"_s.arg(refused));
}

} // namespace services::runtime
