package cli

import (
	"github.com/spf13/cobra"
)

func newReview(w World, o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "review",
		Short: "Be asked again what is due, ten questions at most",
		Long: "Asks again what you answered and decided before, when it is about to be forgotten: ten questions\n" +
			"at most. It asks first and shows after. Stopping costs nothing; what you leave waits.",
		Example: "  hearten review\n  hearten review --plain",
		Args:    atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.review = true
			return take(cmd.Context(), w, *o)
		},
	}
}
